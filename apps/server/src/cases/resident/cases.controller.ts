import { Controller } from '@nestjs/common';
import {
  getCase, listCases, supplementCase, withdrawCase, type CaseDetail, type Result, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';
import { requireVerified } from '../../platform/auth/guards';
import { Endpoint, Input, Resident } from '../../platform/http/endpoint';
import { TransactionId } from '../process/transaction-id';
import { CaseList } from './case-list';
import { ResidentDesk } from './resident-desk';

/** 我的办件. */
@Controller()
export class CasesController {
  constructor(
    private readonly caseList: CaseList,
    private readonly desk: ResidentDesk,
  ) {}

  @Endpoint(listCases)
  list(@Input() { query }: RouteInput<typeof listCases>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof listCases>>> {
    return this.caseList.page(caller.residentId, query.cursor);
  }

  @Endpoint(getCase)
  async get(@Input() { params }: RouteInput<typeof getCase>, @Resident() caller: ResidentCaller): Promise<Result<CaseDetail>> {
    const resident = requireVerified(caller);
    return resident.ok ? this.desk.get(resident.value, params.caseId) : resident;
  }

  @Endpoint(supplementCase)
  async supplement(
    @Input() { params, body }: RouteInput<typeof supplementCase>,
    @Resident() caller: ResidentCaller,
    @TransactionId() transactionId: string,
  ): Promise<Result<CaseDetail>> {
    const resident = requireVerified(caller);
    if (!resident.ok) return resident;
    return this.desk.supplement({ residentId: resident.value, caseId: params.caseId, version: body.version, transactionId }, body.values, body.materials);
  }

  @Endpoint(withdrawCase)
  async withdraw(
    @Input() { params, body }: RouteInput<typeof withdrawCase>,
    @Resident() caller: ResidentCaller,
    @TransactionId() transactionId: string,
  ): Promise<Result<CaseDetail>> {
    const resident = requireVerified(caller);
    return resident.ok ? this.desk.withdraw({ residentId: resident.value, caseId: params.caseId, version: body.version, transactionId }) : resident;
  }
}
