import { Injectable } from '@nestjs/common';
import { decide, effectClause, STATES, tableFaults, TRANSITIONS, type CaseAction, type Decision, type DecisionContext } from '@yuezheng/case-engine';
import { districtsOf, isWorkingDay } from '@yuezheng/catalogue';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { EffectQueue } from '../../effects/effect-queue';
import { HeldPermitReader } from '../../permits/held-permit.reader';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/database';
import { Outbox } from '../../platform/outbox/outbox';
import { ActionLog } from '../record/action-log';
import { cityOf, filedCase, type CaseRecord, type Claim } from '../record/case-record';
import { CaseStore } from '../record/case.store';
import { auditActor, type CaseActor } from './case-actor';

/** The job that tells the applicant of a step. */
export const TELL_APPLICANT = 'cases.tell-applicant';

/** One step that somebody wants to take. */
export interface Step {
  readonly action: CaseAction;
  readonly actor: CaseActor;
  readonly transactionId: string;
}

/**
 * Takes one step on a locked case: the pure engine decides, and everything that follows from it is written in the
 * caller's transaction. Nothing here names a service.
 */
@Injectable()
export class CaseProcess {
  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly store: CaseStore,
    private readonly actions: ActionLog,
    private readonly heldPermits: HeldPermitReader,
    private readonly effects: EffectQueue,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    const faults = tableFaults(TRANSITIONS, STATES);
    if (faults.length > 0) throw new Error(`the table of steps is faulty: ${faults.join('; ')}`);
  }

  /** Refusals: those of `decide`, and `permit-not-found` when an approval has no permit to work on. */
  async take(tx: Tx, record: CaseRecord, step: Step): Promise<Result<CaseRecord>> {
    const decided = decide(record.file, step.action, step.actor.engine, this.contextOf(record));
    if (!decided.ok) return decided;
    const next = this.after(record, step, decided.value);
    const outcome = decided.value.approved ? await this.planEffects(tx, next) : ok(undefined);
    if (!outcome.ok) return outcome;
    await this.store.update(tx, next);
    await this.log(tx, next, step, decided.value, outcome.value);
    return ok(next);
  }

  private contextOf(record: CaseRecord): DecisionContext {
    const city = cityOf(record);
    return { today: this.clock.today(), cityName: city.name, isWorkingDay, districts: districtsOf(city).map(({ code }) => code) };
  }

  private after(record: CaseRecord, { action, actor }: Step, { file }: Decision): CaseRecord {
    const at = this.clock.date();
    const { claim: earlier, suppliedAt, ...rest } = record;
    const claim = claimAfter(earlier, file.claimedBy, { name: actor.name, at });
    const supplied = action.type === 'supplement' ? at : action.type === 'request-supplement' ? undefined : suppliedAt;
    return { ...rest, file, version: record.version + 1, ...(claim && { claim }), ...(supplied && { suppliedAt: supplied }), updatedAt: at };
  }

  /** @returns what the approval brings, in words for the applicant */
  private async planEffects(tx: Tx, record: CaseRecord): Promise<Result<string | undefined>> {
    const { definition, city } = record.file;
    const service = this.catalogue.service(definition.id);
    if (!service) return refuse('action-not-allowed');
    const today = this.clock.today();
    const permit = definition.needsPermit ? await this.heldPermits.find(record.holderId, city, today, tx) : undefined;
    if (definition.needsPermit && !permit) return refuse('permit-not-found');
    const effects = service.effects(filedCase(record), { today, permit });
    await this.effects.plan(tx, record, effects);
    return ok(effects.map(effectClause).join('，') || undefined);
  }

  private async log(tx: Tx, record: CaseRecord, { action, actor, transactionId }: Step, decision: Decision, outcome: string | undefined): Promise<void> {
    const { holderId, caseId, version: seq, updatedAt: at } = record;
    const by = auditActor(actor);
    await this.actions.append(tx, { holderId, caseId, seq, transactionId, at, actor: by, action: action.type, from: decision.from, to: record.file.state, note: decision.note, outcome, payload: action });
    await this.audit.record(tx, { chain: `case:${caseId}`, actor: by, action: `case.${action.type}`, subject: `case:${caseId}`, details: { seq, from: decision.from, to: record.file.state } });
    if (decision.tellApplicant) await this.outbox.add(tx, TELL_APPLICANT, { caseId, seq });
  }
}

/** A claim keeps its time while it stays with the same official. */
const claimAfter = (earlier: Claim | undefined, staffId: string | undefined, now: { readonly name: string; readonly at: Date }): Claim | undefined => {
  if (staffId === undefined) return undefined;
  return earlier?.staffId === staffId ? earlier : { staffId, ...now };
};
