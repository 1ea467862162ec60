import { z } from 'zod';
import type { SandboxClock } from './clock';
import {
  addDays,
  addMonths,
  isLocalDate,
  shanghaiDay,
  shanghaiInstant,
  shanghaiTimeOfDay,
} from './local-date';

const HOUR_MS = 3_600_000;
const LIMIT_MS = 20 * 366 * 24 * HOUR_MS;
const NINE_IN_THE_MORNING_MS = 9 * HOUR_MS;

const days = z.number().int().min(-7_300).max(7_300);

/** How the clock may be moved: exactly one of the four ways. */
export const clockMoveSchema = z.union([
  z.strictObject({ offsetMs: z.number().int() }),
  z.strictObject({
    advance: z
      .strictObject({
        days: days.optional(),
        months: z.number().int().min(-240).max(240).optional(),
        hours: z.number().min(-200_000).max(200_000).optional(),
      })
      .refine((by) => Object.keys(by).length > 0),
  }),
  z.strictObject({
    to: z.union([z.string().refine(isLocalDate), z.iso.datetime({ offset: true })]),
  }),
  z.strictObject({ reset: z.literal(true) }),
]);

export type ClockMove = z.infer<typeof clockMoveSchema>;

type Advance = Extract<ClockMove, { advance: unknown }>['advance'];

const advanced = (nowMs: number, by: Advance): number => {
  const day = addDays(addMonths(shanghaiDay(nowMs), by.months ?? 0), by.days ?? 0);
  return shanghaiInstant(day, shanghaiTimeOfDay(nowMs)) + (by.hours ?? 0) * HOUR_MS;
};

const target = (clock: SandboxClock, move: ClockMove): number => {
  if ('offsetMs' in move) return clock.machineNow() + move.offsetMs;
  if ('reset' in move) return clock.machineNow();
  if ('advance' in move) return advanced(clock.now(), move.advance);
  return isLocalDate(move.to) ? shanghaiInstant(move.to, NINE_IN_THE_MORNING_MS) : Date.parse(move.to);
};

/**
 * Moves the clock. A bare date means 09:00 of that day in Asia/Shanghai; months are calendar months.
 *
 * @returns false, with nothing changed, when the result is more than twenty years away from the machine's clock
 */
export const moveClock = (clock: SandboxClock, move: ClockMove): boolean => {
  const machineNow = clock.machineNow();
  const offset = target(clock, move) - machineNow;
  if (Math.abs(offset) > LIMIT_MS) return false;
  clock.setOffset(offset);
  return true;
};
