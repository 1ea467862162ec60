import type { LocalDate } from './schema';

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const toUtc = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
const fromUtc = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** The day in Asia/Shanghai (UTC+8, no summer time since 1991) at `epochMs`. */
export const shanghaiDay = (epochMs: number): LocalDate => fromUtc(new Date(epochMs + SHANGHAI_OFFSET_MS));

/** `HH:mm` in Asia/Shanghai at `epochMs`. */
export const shanghaiClock = (epochMs: number): string => new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);

/** `days` may be negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromUtc(new Date(toUtc(date).getTime() + days * DAY_MS));

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / DAY_MS);

/**
 * The same day of the month `months` later (or earlier); where that month is shorter, its last day.
 * Civil Code art. 202: a period by months ends on the corresponding day, or else on the month's last day.
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromUtc(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
};

/** 29 February becomes 28 February in a common year, as with months. */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

/** Full years from `from` to `to`. */
export const fullYears = (from: LocalDate, to: LocalDate): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return addYears(from, years) <= to ? years : years - 1;
};

/** `2026 年 12 月 20 日` */
export const longDate = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
};

/** `12 月 20 日` */
export const monthDay = (date: LocalDate): string => longDate(date).replace(/^\d+ 年 /, '');

/** Whether `text` names a day that exists. */
export const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text).getTime()) && fromUtc(toUtc(text)) === text;

/** `10-13`; a day of another year than today's keeps its year, so that nobody mistakes it. */
export const dayNear = (date: LocalDate, today: LocalDate): string => (date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date);
