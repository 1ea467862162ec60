import { daysBetween, type LocalDate } from '@yuezheng/shared-types';

/** When a holder is reminded, nearest first: days before the last day of validity. */
const STEPS = [
  { kind: 'due-in-1', within: 1 },
  { kind: 'due-in-7', within: 7 },
  { kind: 'due-in-30', within: 30 },
] as const;

export type ReminderKind = (typeof STEPS)[number]['kind'] | 'suspended';

/** The furthest ahead that anybody is reminded. */
export const REMIND_WITHIN_DAYS = 30;

/**
 * The one reminder that fits a day: the nearest step that was reached, so that a server which slept through the
 * earlier ones does not send them late. Nothing when the end is further off than a month.
 */
export function reminderKind(validUntil: LocalDate, today: LocalDate): ReminderKind | undefined {
  const days = daysBetween(today, validUntil);
  if (days < 0) return 'suspended';
  return STEPS.find(({ within }) => days <= within)?.kind;
}
