const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** The law counts days in Asia/Shanghai, eight hours ahead of UTC and without summer time since 1991. */
const SHANGHAI_AHEAD_MS = 8 * 3_600_000;
/** 2149-06-06: the last day that fits two bytes. */
export const LAST_DAY = 0xffff;

/** Days since 1970-01-01 of a date such as 2026-12-20; undefined for no date, or one outside 1970–2149. */
export function epochDay(date: string): number | undefined {
  const [, year, month, day] = DAY.exec(date) ?? [];
  if (year === undefined) return undefined;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  return days >= 0 && days <= LAST_DAY && dateOf(days) === date ? days : undefined;
}

/** The date, as YYYY-MM-DD, of a number of days since 1970-01-01. */
export function dateOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The first moment (epoch ms) after the given day in Guangdong. */
export function endOfDay(days: number): number {
  return (days + 1) * DAY_MS - SHANGHAI_AHEAD_MS;
}
