import { daysBetween, type RuleResult } from '@yuezheng/shared-types';

type Period = NonNullable<RuleResult['progress']>;

/**
 * A period as parts of one bar, 0 to 1: the bar ends at the goal or today, whichever is later, with some room behind
 * a goal that still lies ahead.
 */
export function barOf({ from, reachedOn, today }: Period): { readonly done: number; readonly goal: number } {
  const goal = Math.max(1, daysBetween(from, reachedOn));
  const now = Math.max(0, daysBetween(from, today));
  const whole = now >= goal ? now : goal * 1.08;
  return { done: now / whole, goal: goal / whole };
}
