import { ok, refuse, type CaseState, type LocalDate, type Result } from '@yuezheng/shared-types';
import { holds } from '../form/condition';
import type { Actor, CaseAction, CaseFile } from './case-file';
import { canExtend, moveClock, type WorkingDay } from './clock';
import { noteOf, type StepNote } from './describe';
import { accessProblem, permissionProblem } from './permission';
import { saysSomething } from './says-something';
import { checkItems, supplementDueOn, takeSupplement } from './supplement';
import { transitionFor } from './transitions';

export interface DecisionContext {
  readonly today: LocalDate;
  readonly cityName: string;
  readonly isWorkingDay: WorkingDay;
  /** GB/T 2260 codes of the city's districts; where they are given, an address must name one of them. */
  readonly districts?: readonly string[];
}

/** What a decision changes. The server stores it as it is, and runs the service's effects when `approved` is set. */
export interface Decision {
  readonly file: CaseFile;
  readonly from: CaseState;
  readonly approved: boolean;
  /** Absent when the step is the office's own business, such as a claim handed back. */
  readonly note?: StepNote;
  /** Whether the applicant gets a message: an official's step that concerns him. */
  readonly tellApplicant: boolean;
}

const claim = (file: CaseFile, actor: Actor): Result<CaseFile> => {
  if (actor.kind !== 'staff') return refuse('forbidden');
  return file.claimedBy === undefined || file.claimedBy === actor.id ? ok({ ...file, claimedBy: actor.id }) : refuse('claimed-by-other');
};

const withReason = (file: CaseFile, reason: string): Result<CaseFile> => (saysSomething(reason) ? ok(file) : refuse('reason-required'));

const extend = (file: CaseFile, reason: string): Result<CaseFile> => {
  if (file.clock.extended) return refuse('already-extended');
  return canExtend(file.clock) ? withReason(file, reason) : refuse('action-not-allowed');
};

const requestSupplement = (file: CaseFile, action: Extract<CaseAction, { type: 'request-supplement' }>, { today, isWorkingDay }: DecisionContext): Result<CaseFile> => {
  const items = checkItems(file.definition, action.items);
  return items.ok ? ok({ ...file, supplement: { items: items.value, dueOn: supplementDueOn(today, isWorkingDay) } }) : items;
};

const lapse = (file: CaseFile, today: LocalDate): Result<CaseFile> => (file.supplement && file.supplement.dueOn < today ? ok(file) : refuse('action-not-allowed'));

const approveAutomatically = (file: CaseFile): Result<CaseFile> => {
  const rule = file.definition.decidedAutomatically;
  return rule && holds(rule, file) ? ok(file) : refuse('action-not-allowed');
};

/** Applies what an action carries to the case, or says why it cannot be applied. State and clock follow from the table. */
const apply = (file: CaseFile, action: CaseAction, actor: Actor, context: DecisionContext): Result<CaseFile> => {
  switch (action.type) {
    case 'claim':
      return claim(file, actor);
    case 'release':
      return ok({ ...file, claimedBy: undefined });
    case 'return':
      return withReason(file, action.reason);
    case 'extend':
      return extend(file, action.reason);
    case 'request-supplement':
      return requestSupplement(file, action, context);
    case 'supplement':
      return takeSupplement(file, action, { ...context, city: file.city });
    case 'lapse':
      return lapse(file, context.today);
    case 'approve-automatically':
      return approveAutomatically(file);
    case 'approve':
    case 'withdraw':
      return ok(file);
  }
};

/**
 * Decides one action on one case: pure, total, and blind to which service it is. Refusals: `action-not-allowed`,
 * `forbidden`, `not-found`, `not-claimed`, `claimed-by-other`, `reason-required`, `supplement-items-required`,
 * `supplement-incomplete`, `field-invalid`, `field-hidden`, `city-mismatch`, `already-extended`.
 */
export const decide = (file: CaseFile, action: CaseAction, actor: Actor, context: DecisionContext): Result<Decision> => {
  const step = transitionFor(file.state, action.type);
  if (!step) return refuse(accessProblem(file, actor) ?? 'action-not-allowed');
  const problem = permissionProblem(file, actor, step.by);
  if (problem) return refuse(problem);
  const applied = apply(file, action, actor, context);
  if (!applied.ok) return applied;
  const clock = moveClock(file.clock, step.clock, context.today, context.isWorkingDay);
  const next: CaseFile = { ...applied.value, state: step.to, clock };
  return ok({
    file: next,
    from: file.state,
    approved: step.to === 'approved',
    note: noteOf(step, action, next),
    tellApplicant: step.title !== undefined && step.by !== 'applicant' && action.type !== 'claim',
  });
};
