import { shanghaiClock, shanghaiDay, type Instant } from '@yuezheng/shared-types';

/** `09:38` in Asia/Shanghai. */
export const clockOf = (at: Instant): string => shanghaiClock(Date.parse(at));

/** `09:38:07` in Asia/Shanghai, to tell events of the same minute apart. */
export const preciseClockOf = (at: Instant): string => {
  // The offset from UTC is a whole number of minutes.
  return `${clockOf(at)}:${new Date(at).toISOString().slice(17, 19)}`;
};

/** `11-10 09:38:07` in Asia/Shanghai. */
export const preciseStampOf = (at: Instant): string =>
  `${shanghaiDay(Date.parse(at)).slice(5)} ${preciseClockOf(at)}`;

/** `11-10 09:38` in Asia/Shanghai. */
export const stampOf = (at: Instant): string => `${shanghaiDay(Date.parse(at)).slice(5)} ${clockOf(at)}`;

/** `09:38` for a moment of today, with the day for an earlier one. */
export const momentOf = (at: Instant, now: number = Date.now()): string =>
  shanghaiDay(Date.parse(at)) === shanghaiDay(now) ? clockOf(at) : stampOf(at);
