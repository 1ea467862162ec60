/** A calendar day without a time zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A calendar month, `YYYY-MM`. */
export type LocalMonth = string;

const MS_PER_DAY = 86_400_000;
/** China has had one zone and no summer time since 1991, so the offset is a constant. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

const midnightUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** Whether the text is a day that exists in the calendar (`2026-02-30` is not). */
export const isLocalDate = (text: string): boolean => {
  if (!DATE_FORM.test(text)) return false;
  const ms = midnightUtc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
};

/** The day in Asia/Shanghai at the given instant (milliseconds since 1970). */
export const shanghaiDay = (instantMs: number): LocalDate => fromUtc(instantMs + SHANGHAI_OFFSET_MS);

/** The time of day in Asia/Shanghai, in milliseconds since midnight. */
export const shanghaiTimeOfDay = (instantMs: number): number =>
  (((instantMs + SHANGHAI_OFFSET_MS) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;

/** The instant at which the given time of day falls on the given day in Asia/Shanghai. */
export const shanghaiInstant = (date: LocalDate, timeOfDayMs = 0): number =>
  midnightUtc(date) + timeOfDayMs - SHANGHAI_OFFSET_MS;

/** `days` later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromUtc(midnightUtc(date) + days * MS_PER_DAY);

/** `months` later on the same day of the month, or on its last day when that month is shorter. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const month = addToMonth(date.slice(0, 7), months);
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), lastDay);
  return `${month}-${String(day).padStart(2, '0')}`;
};

/** Whole days from `from` to `to`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((midnightUtc(to) - midnightUtc(from)) / MS_PER_DAY);

/** `months` later than a month. */
export const addToMonth = (month: LocalMonth, months: number): LocalMonth => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** Every month from `from` to `to`, both included; none when `to` is earlier. */
export const monthsBetween = (from: LocalMonth, to: LocalMonth): LocalMonth[] => {
  const months: LocalMonth[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
};
