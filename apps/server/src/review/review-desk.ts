import { Injectable } from '@nestjs/common';
import type { CaseAction } from '@yuezheng/case-engine';
import { ok, refuse, type decideCase, type ErrorCode, type Result, type ReviewCase, type RouteInput, type StaffRole } from '@yuezheng/shared-types';
import { filesNamed } from '../cases/drafts/uploads';
import { auditActor, staffActor } from '../cases/process/case-actor';
import { CaseProcess } from '../cases/process/case-process';
import { ActionLog } from '../cases/record/action-log';
import type { CaseRecord } from '../cases/record/case-record';
import { CaseStore } from '../cases/record/case.store';
import { ServiceCatalogue } from '../catalogue/service-catalogue';
import { FileShelf, type FileSize } from '../files/file-shelf';
import { PortraitOnRecord } from '../permits/portrait-on-record';
import { Audit } from '../platform/audit/audit';
import { coversCity, hasRole, type StaffCaller } from '../platform/auth/caller';
import { requireRole } from '../platform/auth/guards';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { wholeComparisons } from './evidence';
import { reviewView } from './review.view';

type DecisionBody = RouteInput<typeof decideCase>['body'];

/** Which case an official acts on, once however often the request is sent. */
export interface DeskRequest {
  readonly caller: StaffCaller;
  readonly caseId: string;
  readonly transactionId: string;
}

/** Administrators see who works on what, and free the claims of those who are away. */
const READERS: readonly StaffRole[] = ['reviewer', 'administrator'];

/** Refusals after which the official needs to see the case as it is now. */
const SHOWS_CURRENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['version-conflict', 'claimed-by-other', 'not-claimed', 'action-not-allowed']);

const actionOf = ({ action, reason = '', items = [] }: DecisionBody): CaseAction => {
  switch (action) {
    case 'approve':
      return { type: 'approve' };
    case 'return':
    case 'extend':
      return { type: action, reason };
    case 'request-supplement':
      return { type: action, items };
  }
};

/** What reviewers read and decide. Every reading of a case has its entry in the case's audit. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly store: CaseStore,
    private readonly actions: ActionLog,
    private readonly process: CaseProcess,
    private readonly shelf: FileShelf,
    private readonly portraits: PortraitOnRecord,
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(caller: StaffCaller, caseId: string): Promise<Result<ReviewCase>> {
    const record = await this.visible(caller, caseId);
    if (!record.ok) return record;
    await this.note(caller, caseId, 'case.read', '审核');
    return ok(await this.view(record.value, caller));
  }

  claim(request: DeskRequest): Promise<Result<ReviewCase>> {
    return this.take(request, { type: 'claim' });
  }

  release(request: DeskRequest): Promise<Result<ReviewCase>> {
    return this.take(request, { type: 'release' });
  }

  decide(request: DeskRequest, body: DecisionBody): Promise<Result<ReviewCase>> {
    return this.take(request, actionOf(body), body.version);
  }

  async reveal(caller: StaffCaller, caseId: string, comparison: string, purpose: string): Promise<Result<{ value: string }>> {
    const record = await this.open(caller, caseId);
    if (!record.ok) return record;
    const row = wholeComparisons(record.value, this.catalogue.service(record.value.file.definition.id)).find(({ id }) => id === comparison);
    if (!row) return refuse('not-found');
    await this.note(caller, caseId, 'case.field-read', purpose, { comparison });
    return ok({ value: row.declared });
  }

  /** A file that the case names, as JPEG; whatever else there is, is not found. */
  async file(caller: StaffCaller, caseId: string, fileId: string, size: FileSize = 'full'): Promise<Result<Buffer>> {
    const record = await this.open(caller, caseId);
    if (!record.ok) return record;
    const { file, applicantId, holderId } = record.value;
    if (!filesNamed(file.definition, file).some((named) => named.fileId === fileId)) return refuse('not-found');
    const bytes = (await this.shelf.read(applicantId, fileId, size)) ?? (await this.shelf.read(holderId, fileId, size));
    if (!bytes) return refuse('not-found');
    await this.note(caller, caseId, 'case.file-read', '审核材料', { fileId, size });
    return ok(bytes);
  }

  /** The portrait on record of the holder, as JPEG. Refusals besides those of a case: `not-found` where there is none, `outside-system-down`. */
  async portrait(caller: StaffCaller, caseId: string): Promise<Result<Buffer>> {
    const record = await this.open(caller, caseId);
    if (!record.ok) return record;
    const portrait = await this.portraits.of(record.value.holderId, '居住证审核：核对照片');
    if (!portrait.ok) return portrait;
    if (!portrait.value) return refuse('not-found');
    await this.note(caller, caseId, 'case.portrait-read', '核对照片');
    return ok(portrait.value);
  }

  private async take({ caller, caseId, transactionId }: DeskRequest, action: CaseAction, version?: number): Promise<Result<ReviewCase>> {
    const answer = await this.database.inTransaction(async (tx): Promise<Result<CaseRecord>> => {
      const record = await this.store.lock(tx, caseId);
      const allowed = permission(caller, record, READERS);
      if (!allowed.ok) return allowed;
      if (await this.actions.knows(tx, allowed.value.holderId, caseId, transactionId)) return allowed;
      if (version !== undefined && version !== allowed.value.version) return refuse('version-conflict');
      if (action.type === 'claim' && isClaimedBy(allowed.value, caller)) return allowed;
      return this.process.take(tx, allowed.value, { action, actor: staffActor(caller), transactionId });
    });
    if (answer.ok) return ok(await this.view(answer.value, caller));
    if (!SHOWS_CURRENT.has(answer.refusal.code)) return answer;
    const current = await this.read(caller, caseId);
    return current.ok ? refuse(answer.refusal.code, { ...answer.refusal, current: current.value }) : current;
  }

  private async visible(caller: StaffCaller, caseId: string): Promise<Result<CaseRecord>> {
    return permission(caller, await this.store.find(caseId), READERS);
  }

  /** For what lies behind the case: values in full, documents and faces are for those who decide. */
  private async open(caller: StaffCaller, caseId: string): Promise<Result<CaseRecord>> {
    return permission(caller, await this.store.find(caseId), ['reviewer']);
  }

  private async view(record: CaseRecord, caller: StaffCaller): Promise<ReviewCase> {
    const { file, holderId, applicantId, caseId } = record;
    const decides = hasRole(caller, 'reviewer');
    const named = decides ? filesNamed(file.definition, file).map(({ fileId }) => fileId) : [];
    const [timeline, files] = await Promise.all([this.actions.steps(holderId, caseId), this.shelf.describe([applicantId, holderId], named)]);
    const service = this.catalogue.service(file.definition.id);
    return reviewView(record, { service, viewer: staffActor(caller), today: this.clock.today(), timeline, files, seesFaces: decides });
  }

  private async note(caller: StaffCaller, caseId: string, action: string, purpose: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const subject = `case:${caseId}`;
    await this.audit.recordAlone({ chain: subject, actor: auditActor(staffActor(caller)), action, subject, purpose, details });
  }
}

/** A second tap on 认领 finds the case claimed already: it is neither a step of the case nor a conflict with what the page shows. */
const isClaimedBy = ({ file }: CaseRecord, { staff }: StaffCaller): boolean => file.state === 'in-review' && file.claimedBy === staff.id;

/** The case, for an official of one of the roles whose cities include its own. */
const permission = (caller: StaffCaller, record: CaseRecord | undefined, roles: readonly StaffRole[]): Result<CaseRecord> => {
  const official = requireRole(caller, ...roles);
  if (!official.ok) return official;
  if (!record) return refuse('not-found');
  return coversCity(caller, record.file.city) ? ok(record) : refuse('forbidden');
};
