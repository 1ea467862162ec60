import { Controller } from '@nestjs/common';
import { checkEligibility, type Result, type RouteInput } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';
import { Endpoint, Input, Resident } from '../../platform/http/endpoint';
import { EligibilityChecks } from './eligibility.checks';
import type { EligibilityView } from './snapshot';

@Controller()
export class EligibilityController {
  constructor(private readonly checks: EligibilityChecks) {}

  @Endpoint(checkEligibility)
  check(@Input() { params, body }: RouteInput<typeof checkEligibility>, @Resident() caller: ResidentCaller): Promise<Result<EligibilityView>> {
    return this.checks.check(caller, params.serviceId, body);
  }
}
