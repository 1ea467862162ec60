import { Injectable } from '@nestjs/common';
import { rebase, type Submission } from '@yuezheng/case-engine';
import type { Service } from '@yuezheng/catalogue';
import { ok, refuse, type Draft, type DraftStep, type FieldValues, type listDrafts, type MaterialValues, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { EligibilityChecks, type StoredCheck } from '../eligibility/eligibility.checks';
import { isOpen, likelySituation } from '../eligibility/judge';
import { eligibilityView, isStale } from '../eligibility/snapshot';
import { cityNamed } from '../record/case-record';
import { OpenCases } from '../record/open-cases';
import { SubmittedDrafts } from '../record/submitted-drafts';
import type { DraftRecord } from './draft-record';
import { DraftStore } from './draft.store';
import { draftView } from './draft.view';
import { formContext } from './form-context';
import { strangerProblem, withHiddenKept } from './hidden-values';
import { UploadCheck } from './uploads';

/** What a phone saves. */
export interface SavedForm {
  readonly version: number;
  readonly situation?: string;
  readonly values: FieldValues;
  readonly materials: MaterialValues;
  readonly step: DraftStep;
}

type DraftSummary = RouteOutput<typeof listDrafts>['drafts'][number];

/** A draft that stands on the newest definition, and whether it had to be carried over. */
interface Current {
  readonly draft: DraftRecord;
  readonly service: Service;
  readonly rebased: boolean;
}

/** Forms in the making: kept at each step, carried over when the requirements change, never lost. */
@Injectable()
export class Drafts {
  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly checks: EligibilityChecks,
    private readonly openCases: OpenCases,
    private readonly submitted: SubmittedDrafts,
    private readonly store: DraftStore,
    private readonly uploads: UploadCheck,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens the draft of that service, city and person with a fresh check, or begins one. */
  async open(applicantId: string, checkId: string): Promise<Result<Draft>> {
    const check = await this.checks.find(applicantId, checkId);
    if (!check) return refuse('not-found');
    const offered = this.catalogue.offered(check.serviceId, check.city);
    if (!offered.ok) return offered;
    if (isStale(check.snapshot, this.clock.now())) return refuse('eligibility-stale');
    if (!isOpen(check.snapshot.outcome)) return refuse('not-eligible', { current: eligibilityView(check.snapshot, check.serviceId, check.city) });
    const free = await this.openCases.none(check.holderId, check.serviceId, check.city);
    if (!free.ok) return free;
    const { service, city } = offered.value;
    const fresh = this.begin(applicantId, check, service, service.prefill(check.snapshot.facts, city));
    const current = await this.database.inTransaction(async (tx): Promise<Current> => {
      if (await this.store.insert(tx, fresh)) return { draft: fresh, service, rebased: false };
      return this.resume(tx, fresh, service);
    });
    return ok(draftView(current.draft, current.service, current.rebased));
  }

  async get(applicantId: string, draftId: string): Promise<Result<Draft>> {
    const current = await this.database.inTransaction(async (tx): Promise<Current | undefined> => {
      const draft = await this.store.lock(tx, applicantId, draftId);
      const service = draft && this.catalogue.service(draft.serviceId);
      return draft && service && this.carryOver(tx, draft, service, draft.submission);
    });
    return current ? ok(draftView(current.draft, current.service, current.rebased)) : refuse('not-found');
  }

  async list(applicantId: string | undefined): Promise<DraftSummary[]> {
    const drafts = applicantId === undefined ? [] : await this.store.list(applicantId);
    return drafts.flatMap((draft): DraftSummary[] => {
      const service = this.catalogue.service(draft.serviceId);
      if (!service) return [];
      const { draftId, serviceId, city, step, savedAt, snapshot } = draft;
      return [{ id: draftId, serviceId, serviceTitle: service.definition.title, city, step, savedAt: savedAt.toISOString(), forName: snapshot.facts.person.name }];
    });
  }

  /**
   * Keeps what was typed, complete or not. On `definition-changed` it is kept too, carried over to the new form.
   * Refusals: `not-found`, `already-submitted`, `version-conflict`, `definition-changed`, `field-hidden`, `field-invalid`.
   */
  async save(applicantId: string, draftId: string, form: SavedForm): Promise<Result<Draft>> {
    const sent: Submission = { situation: form.situation, values: form.values, materials: form.materials };
    const found = await this.store.find(applicantId, draftId);
    const service = found && this.catalogue.service(found.serviceId);
    if (!found || !service) return this.submitted.orNotFound(applicantId, draftId);
    const files = await this.uploads.problem([applicantId], service.definition, sent);
    if (!files.ok) return files;
    const answer = await this.database.inTransaction(async (tx): Promise<Result<Current>> => {
      const draft = await this.store.lock(tx, applicantId, draftId);
      if (!draft) return refuse('not-found');
      if (draft.version !== form.version) return refuse('version-conflict', { current: draftView(draft, service, false) });
      if (draft.serviceVersion !== service.definition.version) return ok(await this.carryOver(tx, draft, service, sent));
      const context = formContext(cityNamed(draft.city), this.clock.today(), draft.snapshot.facts, draft.snapshot.outcome, sent.situation);
      const stranger = strangerProblem(service.definition, sent, context);
      if (!stranger.ok) return stranger;
      const kept = withHiddenKept(service.definition, draft.submission, sent, context.exempt);
      return ok({ draft: await this.write(tx, { ...draft, submission: kept, step: form.step }), service, rebased: false });
    });
    if (!answer.ok) return answer.refusal.code === 'not-found' ? this.submitted.orNotFound(applicantId, draftId) : answer;
    const view = draftView(answer.value.draft, service, answer.value.rebased);
    return answer.value.rebased ? refuse('definition-changed', { current: view }) : ok(view);
  }

  async discard(applicantId: string, draftId: string): Promise<Result<{ done: true }>> {
    return this.database.inTransaction(async (tx): Promise<Result<{ done: true }>> => {
      const draft = await this.store.lock(tx, applicantId, draftId);
      if (!draft) return refuse('not-found');
      await this.store.delete(tx, draft);
      return ok({ done: true });
    });
  }

  private begin(applicantId: string, { holderId, serviceId, city, snapshot }: StoredCheck, service: Service, values: FieldValues): DraftRecord {
    const situation = likelySituation(snapshot.outcome);
    return {
      holderId, draftId: newId(), applicantId, serviceId, serviceVersion: service.definition.version, city, step: situation === undefined ? 'situation' : 'form',
      version: 1, submission: { situation, values, materials: {} }, snapshot, savedAt: this.clock.date(),
    };
  }

  /** Goes on with the draft that is there, under the fresh check; a situation that is no longer open is chosen anew. */
  private async resume(tx: Tx, fresh: DraftRecord, service: Service): Promise<Current> {
    const kept = await this.store.lockLike(tx, fresh);
    if (!kept) throw new Error('a draft vanished while it was being opened');
    const carried = await this.carryOver(tx, { ...kept, snapshot: fresh.snapshot }, service, kept.submission);
    const open = fresh.snapshot.outcome.situations;
    const { situation } = carried.draft.submission;
    const stillOpen = open.length === 0 || open.some(({ id }) => id === situation);
    const submission = stillOpen ? carried.draft.submission : { ...carried.draft.submission, situation: fresh.submission.situation };
    return { ...carried, draft: await this.write(tx, { ...carried.draft, submission, step: stillOpen ? carried.draft.step : fresh.step }) };
  }

  /** Puts what was typed on the newest definition; the new version number keeps an old form from overwriting it. */
  private async carryOver(tx: Tx, draft: DraftRecord, service: Service, typed: Submission): Promise<Current> {
    const { definition } = service;
    if (draft.serviceVersion === definition.version) return { draft, service, rebased: false };
    const submission = rebase(typed, definition);
    const step = submission.situation === undefined && definition.situations.length > 0 ? 'situation' : 'form';
    return { draft: await this.write(tx, { ...draft, serviceVersion: definition.version, submission, step }), service, rebased: true };
  }

  private async write(tx: Tx, draft: DraftRecord): Promise<DraftRecord> {
    const written: DraftRecord = { ...draft, version: draft.version + 1, savedAt: this.clock.date() };
    await this.store.update(tx, written);
    return written;
  }
}
