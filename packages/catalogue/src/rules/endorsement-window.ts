import { addDays, addMonths, addYears, type LocalDate } from '@yuezheng/shared-types';
import type { EndorsementWindow } from '../cities/city';

export type WindowPosition =
  | { readonly kind: 'early'; readonly opensOn: LocalDate }
  | { readonly kind: 'open' }
  /** The permit's function is suspended; an endorsement now restores it. */
  | { readonly kind: 'late' }
  | { readonly kind: 'closed'; readonly closedOn: LocalDate };

/** The first day on which a permit that is valid until `validUntil` may be endorsed. */
export const windowOpensOn = (window: EndorsementWindow, validUntil: LocalDate): LocalDate =>
  'months' in window.opens ? addMonths(validUntil, -window.opens.months) : addDays(validUntil, -window.opens.days);

/** Where a day lies about a city's endorsement window (居住证暂行条例 art. 10; Shenzhen: row B8). */
export const windowPosition = (window: EndorsementWindow, validUntil: LocalDate, today: LocalDate): WindowPosition => {
  const opensOn = windowOpensOn(window, validUntil);
  if (today < opensOn) return { kind: 'early', opensOn };
  if (today <= validUntil) return { kind: 'open' };
  if (window.lateWithinYears === undefined) return { kind: 'late' };
  const closedOn = addYears(validUntil, window.lateWithinYears);
  return today <= closedOn ? { kind: 'late' } : { kind: 'closed', closedOn };
};
