import type { CaseState } from '@yuezheng/shared-types';
import type { CaseActionType } from './case-file';
import type { ClockMove } from './clock';

/**
 * Who may take a step: any reviewer of the city, the one who claimed the case, the applicant, or the system itself. An
 * administrator of the city takes a claim from an official who is away.
 */
export type StepTaker = 'reviewer' | 'claimant' | 'claimant-or-administrator' | 'applicant' | 'system';

export interface Transition {
  readonly action: CaseActionType;
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly by: StepTaker;
  /** What the step does to the statutory clock. */
  readonly clock?: ClockMove;
  /** How the step stands in the timeline that the resident reads; a step without a title is the office's own business. */
  readonly title?: string;
}

/** The one table of how a case moves. Whatever is not here cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'claim', from: ['submitted'], to: 'in-review', by: 'reviewer', title: '审核中' },
  { action: 'claim', from: ['in-review'], to: 'in-review', by: 'reviewer' },
  { action: 'release', from: ['in-review'], to: 'in-review', by: 'claimant-or-administrator' },
  { action: 'release', from: ['supplement'], to: 'supplement', by: 'claimant-or-administrator' },
  { action: 'approve', from: ['in-review'], to: 'approved', by: 'claimant', clock: 'stop', title: '已办结' },
  { action: 'approve-automatically', from: ['submitted'], to: 'approved', by: 'system', clock: 'stop', title: '已办结' },
  { action: 'return', from: ['in-review'], to: 'returned', by: 'claimant', clock: 'stop', title: '已退件' },
  { action: 'request-supplement', from: ['in-review'], to: 'supplement', by: 'claimant', clock: 'pause', title: '补件' },
  { action: 'supplement', from: ['supplement'], to: 'in-review', by: 'applicant', clock: 'resume', title: '已补交' },
  { action: 'extend', from: ['in-review'], to: 'in-review', by: 'claimant', clock: 'extend', title: '延长办理' },
  { action: 'withdraw', from: ['submitted', 'in-review', 'supplement'], to: 'withdrawn', by: 'applicant', clock: 'stop', title: '已撤回' },
  { action: 'lapse', from: ['supplement'], to: 'returned', by: 'system', clock: 'stop', title: '已退件' },
];

export const INITIAL_STATE: CaseState = 'submitted';

/** The step that `action` is in `state`; nothing where the table has none. */
export const transitionFor = (state: CaseState, action: CaseActionType, table: readonly Transition[] = TRANSITIONS): Transition | undefined =>
  table.find((transition) => transition.action === action && transition.from.includes(state));

/**
 * What is wrong with a table: a state that no path reaches, an open state that nobody can leave, a final state that
 * can be left, two ways for one action from one state. Checked when the server starts; an empty list is good.
 */
export const tableFaults = (
  table: readonly Transition[],
  states: Readonly<Record<string, { readonly final: boolean }>>,
  initial: CaseState = INITIAL_STATE,
): string[] => {
  const reached = new Set<string>([initial]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const step of table) if (step.from.some((state) => reached.has(state))) reached.add(step.to);
  }
  const leaving = (state: string): Transition[] => table.filter((step) => (step.from as readonly string[]).includes(state));
  const twice = (state: string): string[] =>
    leaving(state).map((step) => step.action).filter((action, index, all) => all.indexOf(action) !== index);
  return Object.entries(states).flatMap(([state, { final }]) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(!final && !leaving(state).some((step) => step.to !== state) ? [`${state} cannot be left`] : []),
    ...(final && leaving(state).length > 0 ? [`${state} is final and can be left`] : []),
    ...twice(state).map((action) => `${action} leaves ${state} in two ways`),
  ]);
};
