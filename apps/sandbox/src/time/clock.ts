import type { LocalDate } from './local-date';
import { shanghaiDay } from './local-date';

/** The sandbox's own time: the machine's clock plus an offset that people may change. */
export interface SandboxClock {
  /** Milliseconds since 1970 by the sandbox's clock. */
  now(): number;
  /** Milliseconds since 1970 by the machine's clock. */
  machineNow(): number;
  /** Today in Asia/Shanghai by the sandbox's clock. */
  today(): LocalDate;
  offsetMs(): number;
  setOffset(offsetMs: number): void;
}

/** Where the offset is kept, so that it outlives a restart. */
export interface OffsetKeeper {
  clockOffsetMs: number;
}

/**
 * @param keeper holds the offset; it is changed in place
 * @param machineNow the machine's clock, in milliseconds since 1970
 */
export const createClock = (keeper: OffsetKeeper, machineNow: () => number): SandboxClock => {
  const now = (): number => machineNow() + keeper.clockOffsetMs;
  return {
    now,
    machineNow,
    today: () => shanghaiDay(now()),
    offsetMs: () => keeper.clockOffsetMs,
    setOffset: (offsetMs) => {
      keeper.clockOffsetMs = Math.round(offsetMs);
    },
  };
};
