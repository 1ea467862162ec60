import { Injectable } from '@nestjs/common';
import { checkSubmission, holds, INITIAL_STATE, startClock, withoutHidden, type CaseFile } from '@yuezheng/case-engine';
import { cityByCode, type City, type Facts, type Service } from '@yuezheng/catalogue';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Residents } from '../../accounts/residents';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { EffectDispatcher } from '../../effects/effect-dispatcher';
import { HeldPermitReader } from '../../permits/held-permit.reader';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { DraftRecord } from '../drafts/draft-record';
import { DraftStore } from '../drafts/draft.store';
import { draftView } from '../drafts/draft.view';
import { Drafts } from '../drafts/drafts.service';
import { formContext } from '../drafts/form-context';
import { isOpen, judge } from '../eligibility/judge';
import { eligibilityView, isStale } from '../eligibility/snapshot';
import { CaseNumbers } from '../record/case-numbers';
import type { CaseRecord } from '../record/case-record';
import { CaseStore } from '../record/case.store';
import { OpenCases, type CaseReference } from '../record/open-cases';
import { SubmittedDrafts } from '../record/submitted-drafts';
import { SYSTEM } from './case-actor';
import { CaseProcess } from './case-process';

type Refused = Extract<Result<CaseReference>, { ok: false }>;

/** A submission on its way: one draft, one intended step, one number that is its own. */
interface Attempt {
  readonly applicantId: string;
  readonly draftId: string;
  readonly version: number;
  readonly transactionId: string;
  readonly number: string;
  readonly applicantName: string | undefined;
}

const SUBMITTED = { title: '已提交', detail: '申请已收到，等待审核', tone: 'info' } as const;

/** Takes a draft in: checks it once more, makes a case of it, and decides at once what needs nobody's judgement. */
@Injectable()
export class SubmissionDesk {
  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly residents: Residents,
    private readonly heldPermits: HeldPermitReader,
    private readonly drafts: Drafts,
    private readonly draftStore: DraftStore,
    private readonly submitted: SubmittedDrafts,
    private readonly openCases: OpenCases,
    private readonly numbers: CaseNumbers,
    private readonly store: CaseStore,
    private readonly process: CaseProcess,
    private readonly dispatcher: EffectDispatcher,
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: `not-found`, `already-submitted`, `version-conflict`, `definition-changed`, `eligibility-stale`,
   * `not-eligible`, `field-invalid`, `material-missing`, `city-mismatch`, `case-open`, and those of an automatic approval.
   */
  async submit(applicantId: string, draftId: string, version: number, transactionId: string): Promise<Result<CaseReference>> {
    const draft = await this.draftStore.locate(applicantId, draftId);
    const service = draft && this.catalogue.service(draft.serviceId);
    const city = draft && cityByCode(draft.city);
    if (!draft || !service || !city) return this.repeated(applicantId, draftId, transactionId);
    const free = await this.openCases.none(draft.holderId, draft.serviceId, draft.city);
    if (!free.ok) return this.openOrRepeated(free, { applicantId, draftId, transactionId });
    const applicantName = draft.holderId === applicantId ? undefined : (await this.residents.find(applicantId))?.name;
    const number = await this.numbers.next(city, this.clock.today());
    const attempt: Attempt = { applicantId, draftId, version, transactionId, number, applicantName };
    const answer = await this.database.inTransaction((tx) => this.takeIn(tx, attempt, service, city));
    if (!answer.ok) return this.explain(answer, attempt);
    if (service.definition.decidedAutomatically) await this.dispatcher.applyNow(draft.holderId, answer.value.caseId);
    return answer;
  }

  private async takeIn(tx: Tx, attempt: Attempt, service: Service, city: City): Promise<Result<CaseReference>> {
    const draft = await this.draftStore.lock(tx, attempt.applicantId, attempt.draftId);
    if (!draft) return refuse('not-found');
    if (draft.serviceVersion !== service.definition.version) return refuse('definition-changed');
    if (draft.version !== attempt.version) return refuse('version-conflict', { current: draftView(draft, service, false) });
    const file = await this.fileOf(tx, draft, service, city);
    if (!file.ok) return file;
    const record = this.recordOf(draft, attempt, file.value);
    if (!(await this.store.insert(tx, record, this.firstAction(record, attempt)))) return refuse('case-open');
    await this.audit.record(tx, {
      chain: `case:${record.caseId}`, actor: { kind: 'resident', id: attempt.applicantId }, action: 'case.submit', subject: `case:${record.caseId}`,
      details: { seq: 1, service: service.definition.id, version: service.definition.version, city: city.code },
    });
    return this.decideAtOnce(tx, record);
  }

  /** Everything that has to hold before a case is made, judged on the facts of the check and the permit as it is now. */
  private async fileOf(tx: Tx, draft: DraftRecord, service: Service, city: City): Promise<Result<CaseFile>> {
    const { definition } = service;
    const today = this.clock.today();
    if (isStale(draft.snapshot, this.clock.now())) return refuse('eligibility-stale');
    const permit = definition.needsPermit ? await this.heldPermits.find(draft.holderId, city.code, today, tx) : draft.snapshot.facts.permit;
    const facts: Facts = { ...draft.snapshot.facts, today, permit };
    const outcome = judge(service, city, facts, draft.holderId === draft.applicantId);
    if (!isOpen(outcome)) return refuse('not-eligible', { current: eligibilityView({ ...draft.snapshot, outcome }, draft.serviceId, draft.city) });
    const { situation } = draft.submission;
    const context = formContext(city, today, facts, outcome, situation);
    const submission = withoutHidden(definition, draft.submission, context);
    const checked = checkSubmission(definition, submission, context);
    if (!checked.ok) return checked;
    const { values, materials } = submission;
    const { exempt, photoOnRecord } = context;
    const people = { holderId: draft.holderId, applicantId: draft.applicantId };
    return ok({ ...people, state: INITIAL_STATE, city: city.code, definition, situation, exempt, values, materials, photoOnRecord, clock: startClock(definition.timeLimit, today) });
  }

  private recordOf({ holderId, applicantId, draftId, snapshot }: DraftRecord, { number, applicantName }: Attempt, file: CaseFile): CaseRecord {
    const now = this.clock.date();
    const name = applicantName === undefined ? {} : { applicantName };
    return { holderId, caseId: newId(), applicantId, draftId, number, version: 1, holderName: snapshot.facts.person.name, ...name, file, snapshot, submittedAt: now, updatedAt: now };
  }

  private firstAction({ holderId, caseId, submittedAt, file }: CaseRecord, { applicantId, transactionId }: Attempt) {
    const actor = { kind: 'resident', id: applicantId } as const;
    const { situation, values, materials } = file;
    return { holderId, caseId, seq: 1, transactionId, at: submittedAt, actor, action: 'submit', to: file.state, note: SUBMITTED, payload: { situation, values, materials } } as const;
  }

  private async decideAtOnce(tx: Tx, record: CaseRecord): Promise<Result<CaseReference>> {
    const { definition, values, situation, exempt } = record.file;
    const reference = { caseId: record.caseId, number: record.number };
    const rule = definition.decidedAutomatically;
    if (!rule || !holds(rule, { values, situation, exempt })) return ok(reference);
    const decided = await this.process.take(tx, record, { action: { type: 'approve-automatically' }, actor: SYSTEM, transactionId: newId() });
    return decided.ok ? ok(reference) : decided;
  }

  /** Finishes a refusal whose `current` is read, or written, outside the transaction that was rolled back. */
  private async explain(answer: Refused, { applicantId, draftId, transactionId }: Attempt): Promise<Result<CaseReference>> {
    switch (answer.refusal.code) {
      case 'not-found':
        return this.repeated(applicantId, draftId, transactionId);
      case 'definition-changed': {
        const draft = await this.drafts.get(applicantId, draftId);
        return draft.ok ? refuse('definition-changed', { current: draft.value }) : draft;
      }
      case 'case-open': {
        const draft = await this.draftStore.locate(applicantId, draftId);
        const open = draft && (await this.openCases.none(draft.holderId, draft.serviceId, draft.city));
        return open && !open.ok ? open : answer;
      }
      default:
        return answer;
    }
  }

  /** The open case may be the one that this very draft became a moment ago. */
  private async openOrRepeated(open: Refused, { applicantId, draftId, transactionId }: Pick<Attempt, 'applicantId' | 'draftId' | 'transactionId'>): Promise<Result<CaseReference>> {
    const repeated = await this.repeated(applicantId, draftId, transactionId);
    return !repeated.ok && repeated.refusal.code === 'not-found' ? open : repeated;
  }

  /** The same step once more gets its first answer; another step on a draft that is gone learns what became of it. */
  private async repeated(applicantId: string, draftId: string, transactionId: string): Promise<Result<CaseReference>> {
    const submitted = await this.submitted.find(applicantId, draftId);
    if (!submitted) return refuse('not-found');
    const reference = { caseId: submitted.caseId, number: submitted.number };
    return submitted.transactionId === transactionId ? ok(reference) : refuse('already-submitted', { current: reference });
  }
}
