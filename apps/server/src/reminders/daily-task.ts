import { SetMetadata } from '@nestjs/common';
import type { LocalDate } from '@yuezheng/shared-types';

export const DAILY_TASK = Symbol('daily-task');

/** Work of one day in Asia/Shanghai. It may run again for the same day after a crash, and days may be skipped. */
export type DailyWork = (today: LocalDate) => Promise<void>;

/**
 * Marks a provider's method `(today: LocalDate) => Promise<void>` as work of every day: `DailySweep` runs it once a day,
 * on one of the servers, and at once when somebody moves the clock.
 * @param name unique, such as `cases.lapse-supplements`
 */
export const DailyTask = (name: string): (<H extends DailyWork>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>) => void) =>
  SetMetadata(DAILY_TASK, name);
