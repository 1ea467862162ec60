/** The phone signs a new presentation for each slot of five seconds, counted from the Unix epoch. */
export const SLOT_MS = 5_000;

/** A presentation older than this, counted from the start of its slot, is refused. */
export const FRESHNESS_WINDOW_MS = 15_000;

/**
 * How far ahead of the verifier a slot may start: one slot, because a phone whose shown slot was burned
 * shows the next one at once, and a second for the difference between two clocks.
 */
export const FUTURE_TOLERANCE_MS = SLOT_MS + 1_000;

export const LAST_SLOT = 0xffff_ffff;

/** The slot of a moment (epoch ms). */
export function slotAt(now: number): number {
  return Math.floor(now / SLOT_MS);
}

/** The moment (epoch ms) at which a slot begins. */
export function slotStart(slot: number): number {
  return slot * SLOT_MS;
}
