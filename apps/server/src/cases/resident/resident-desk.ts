import { Injectable } from '@nestjs/common';
import type { CaseAction } from '@yuezheng/case-engine';
import { ok, refuse, type CaseDetail, type FieldValues, type MaterialValues, type Result } from '@yuezheng/shared-types';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PermitStore } from '../../permits/permit-store';
import { UploadCheck } from '../drafts/uploads';
import { residentActor } from '../process/case-actor';
import { CaseProcess } from '../process/case-process';
import { ActionLog } from '../record/action-log';
import type { CaseRecord } from '../record/case-record';
import { CaseStore } from '../record/case.store';
import { caseView } from './case.view';

/** What a resident asks for: which case, as last seen, and once however often it is sent. */
interface Request {
  readonly residentId: string;
  readonly caseId: string;
  readonly version: number;
  readonly transactionId: string;
}

/** What applicants see of their cases, and do with them. */
@Injectable()
export class ResidentDesk {
  constructor(
    private readonly store: CaseStore,
    private readonly actions: ActionLog,
    private readonly process: CaseProcess,
    private readonly uploads: UploadCheck,
    private readonly permits: PermitStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(residentId: string, caseId: string): Promise<Result<CaseDetail>> {
    const record = await this.store.findMine(residentId, caseId);
    return record ? ok(await this.view(record, residentId)) : refuse('not-found');
  }

  async supplement(request: Request, values: FieldValues, materials: MaterialValues): Promise<Result<CaseDetail>> {
    const record = await this.store.findMine(request.residentId, request.caseId);
    if (!record) return refuse('not-found');
    const files = await this.uploads.problem([record.applicantId, record.holderId], record.file.definition, { values, materials });
    return files.ok ? this.take(request, { type: 'supplement', values, materials }) : files;
  }

  withdraw(request: Request): Promise<Result<CaseDetail>> {
    return this.take(request, { type: 'withdraw' });
  }

  private async take({ residentId, caseId, version, transactionId }: Request, action: CaseAction): Promise<Result<CaseDetail>> {
    const answer = await this.database.inTransaction(async (tx): Promise<Result<CaseRecord>> => {
      const record = await this.store.lockMine(tx, residentId, caseId);
      if (!record) return refuse('not-found');
      if (await this.actions.knows(tx, record.holderId, caseId, transactionId)) return ok(record);
      if (record.version !== version) return refuse('version-conflict');
      return this.process.take(tx, record, { action, actor: residentActor(residentId), transactionId });
    });
    if (answer.ok) return ok(await this.view(answer.value, residentId));
    return answer.refusal.code === 'version-conflict' ? this.conflict(residentId, caseId) : answer;
  }

  private async conflict(residentId: string, caseId: string): Promise<Result<CaseDetail>> {
    const current = await this.get(residentId, caseId);
    return current.ok ? refuse('version-conflict', { current: current.value }) : current;
  }

  private async view(record: CaseRecord, residentId: string): Promise<CaseDetail> {
    const { holderId, caseId, permitId } = record;
    const [timeline, permit] = await Promise.all([this.actions.timeline(holderId, caseId), permitId === undefined ? undefined : this.permits.find([holderId], permitId)]);
    return caseView(record, { timeline, residentId, today: this.clock.today(), permitLinked: permit && permit.linkedAt !== null });
  }
}
