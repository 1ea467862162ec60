/**
 * The phone's idea of the server's time, without trusting the phone's settings: an offset taken at a sync and
 * carried on by a clock that only runs forward. Pure: every reading comes in, nothing is read here.
 */
export interface ClockReading {
  /** Date.now(): can be set by anyone, runs on while the phone sleeps. Epoch ms. */
  readonly wall: number;
  /** performance.now(): cannot be set; starts anew with the app and may stand still while the phone sleeps. ms. */
  readonly monotonic: number;
  /** Names the run of the app: monotonic readings of different runs cannot be compared. */
  readonly run: string;
}

/** Taken at a sync; plain data, to be kept with the credential. */
export interface HolderClock {
  /** Server time at `reading`, epoch ms. */
  readonly serverTime: number;
  readonly reading: ClockReading;
}

/**
 * sure      – the monotonic clock vouches for `now`.
 * unsure    – only the wall clock does: the phone slept, the app was started anew, or someone set the clock
 *             forward; nobody can tell which. Sync at once; with no network `now` may be shown, and the
 *             counter refuses it if it is wrong.
 * needs-sync – the wall clock went back or the sync is too long ago: show nothing until synced.
 */
export type ClockAnswer =
  | { readonly kind: 'sure'; readonly now: number }
  | { readonly kind: 'unsure'; readonly now: number; readonly why: 'slept-or-set-forward' | 'restarted' }
  | { readonly kind: 'needs-sync'; readonly why: 'set-back' | 'too-long-ago' };

/** Clocks of one phone drift apart by far less than this in a day. */
export const CLOCK_JUMP_MS = 2_000;
/** A credential lives a day; an offset older than that has nothing to serve. */
export const SYNC_LIFETIME_MS = 24 * 3_600_000;
/** A round trip longer than this leaves the offset too vague for slots of five seconds. */
export const SLOWEST_SYNC_MS = 4_000;

/**
 * Takes the offset from one request: the server's time lies half-way between the readings before and after.
 * Undefined when the request was too slow, the app was restarted, or the wall clock jumped meanwhile.
 */
export function syncClock(
  serverTime: number,
  before: ClockReading,
  after: ClockReading,
): HolderClock | undefined {
  const took = after.monotonic - before.monotonic;
  const jumped = Math.abs(after.wall - before.wall - took) > CLOCK_JUMP_MS;
  if (before.run !== after.run || jumped || !(took >= 0 && took <= SLOWEST_SYNC_MS)) return undefined;
  return { serverTime: serverTime + took / 2, reading: after };
}

/** The server's time at a reading, with how far it can be relied on. */
export function readHolderClock(clock: HolderClock, reading: ClockReading): ClockAnswer {
  const byWall = reading.wall - clock.reading.wall;
  const sameRun = reading.run === clock.reading.run;
  const elapsed = sameRun ? reading.monotonic - clock.reading.monotonic : byWall;
  const ahead = byWall - elapsed;
  if (!(ahead >= -CLOCK_JUMP_MS) || !(elapsed >= 0)) return { kind: 'needs-sync', why: 'set-back' };
  if (Math.max(byWall, elapsed) > SYNC_LIFETIME_MS) return { kind: 'needs-sync', why: 'too-long-ago' };
  if (!sameRun) return { kind: 'unsure', now: clock.serverTime + byWall, why: 'restarted' };
  if (ahead > CLOCK_JUMP_MS)
    return { kind: 'unsure', now: clock.serverTime + byWall, why: 'slept-or-set-forward' };
  return { kind: 'sure', now: clock.serverTime + elapsed };
}
