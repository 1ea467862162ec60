import { Controller } from '@nestjs/common';
import { getStaff, staffLogin, staffLogout, type Result, type RouteInput, type RouteOutput, type Staff } from '@yuezheng/shared-types';
import type { StaffCaller } from '../platform/auth/caller';
import { Endpoint, Input, Official } from '../platform/http/endpoint';
import { Address } from './address';
import { Sessions } from './sessions';
import { StaffLogIn } from './staff-log-in';

/** Officials' log-in. */
@Controller()
export class StaffController {
  constructor(
    private readonly logIn: StaffLogIn,
    private readonly sessions: Sessions,
  ) {}

  @Endpoint(staffLogin)
  login(@Input() { body }: RouteInput<typeof staffLogin>, @Address() ip: string): Promise<Result<RouteOutput<typeof staffLogin>>> {
    return this.logIn.withPassword({ ...body, ip });
  }

  @Endpoint(getStaff)
  me(@Official() caller: StaffCaller): Staff {
    return caller.staff;
  }

  @Endpoint(staffLogout)
  async logout(@Official() caller: StaffCaller): Promise<{ done: true }> {
    await this.sessions.close(caller);
    return { done: true };
  }
}
