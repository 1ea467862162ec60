import { dayNear, longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';

/** `9:41` in Asia/Shanghai. */
export const clockTime = (epochMs: number): string => shanghaiClock(epochMs).replace(/^0/, '');

/** `今天 9:41`, or `2026 年 11 月 20 日 9:41` where it was another day. */
export const dayAndTime = (instant: string, nowMs: number): string => {
  const at = Date.parse(instant);
  const day = shanghaiDay(at);
  return `${day === shanghaiDay(nowMs) ? '今天' : longDate(day)} ${clockTime(at)}`;
};

/** `11-20 16:05`, with the year where it is another one. */
export const shortMoment = (instant: string, nowMs: number): string => {
  const at = Date.parse(instant);
  const day = shanghaiDay(at);
  return `${dayNear(day, shanghaiDay(nowMs))} ${shanghaiClock(at)}`;
};
