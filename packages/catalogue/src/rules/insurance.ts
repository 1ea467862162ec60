import { addMonths } from '@yuezheng/shared-types';
import type { Facts } from '../facts';

type Insured = Pick<Facts, 'insurance' | 'today'>;

/** Payments reach the data late: the latest month that can be expected there is this many months ago or newer. */
const LATE_MONTHS = 2;

const monthBefore = (month: string, count: number): string => addMonths(`${month}-01`, -count).slice(0, 7);

/** The months paid in a city, each once. */
const paidMonths = (facts: Insured, city: string): Set<string> =>
  new Set(facts.insurance.filter((record) => record.city === city).flatMap((record) => record.months));

/** The newest month with a payment that counts as paid up to now; nothing where the person stopped paying. */
const lastPaidMonth = (facts: Insured, paid: ReadonlySet<string>): string | undefined =>
  Array.from({ length: LATE_MONTHS + 1 }, (_, back) => monthBefore(facts.today.slice(0, 7), back)).find((month) => paid.has(month));

/** How many months in a row were paid up to now. */
export const unbrokenMonths = (facts: Insured, city: string): number => {
  const paid = paidMonths(facts, city);
  const last = lastPaidMonth(facts, paid);
  if (!last) return 0;
  let count = 1;
  while (paid.has(monthBefore(last, count))) count += 1;
  return count;
};

/** How many of the last `years` years' months were paid, broken or not, counted back from the newest one that can be in the data. */
export const monthsWithin = (facts: Insured, city: string, years: number): number => {
  const paid = paidMonths(facts, city);
  const last = lastPaidMonth(facts, paid) ?? facts.today.slice(0, 7);
  return Array.from({ length: 12 * years }, (_, back) => monthBefore(last, back)).filter((month) => paid.has(month)).length;
};

/** The employer who paid last. */
export const lastEmployer = (facts: Pick<Facts, 'insurance'>, city: string): string | undefined =>
  facts.insurance
    .filter((record) => record.city === city)
    .flatMap(({ employer, months }) => months.map((month) => ({ employer, month })))
    .sort((a, b) => b.month.localeCompare(a.month))[0]?.employer;
