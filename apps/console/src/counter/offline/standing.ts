import { readHolderClock, type ClockReading } from '@yuezheng/live-pass';
import type { Trust } from './trust-opening';

/** Statuses older than this are still good, and yet the clerk should know. */
const AGED_AFTER_MS = 4 * 3_600_000;

/**
 * Whether this counter could verify alone at this moment, as the clerk is told.
 *
 * ready   – with statuses as of `asOf`; `aged`: hours old; `calibrated`: no: only this computer's own clock, which
 *           anybody can set, says what time it is.
 * none    – nothing fetched yet.
 * expired – the statuses must not be relied on any more.
 * clock   – nobody knows what time it is: the clock was set back, or was compared with the server's too long ago.
 */
export type Standing =
  | {
      readonly kind: 'ready';
      readonly now: number;
      readonly asOf: number;
      readonly expiresAt: number;
      readonly aged: boolean;
      readonly calibrated: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly now: number; readonly expiresAt: number }
  | { readonly kind: 'clock'; readonly why: 'set-back' | 'too-long-ago' };

/** Times in epoch ms, by the server's clock as far as this counter knows it. */
export function standingOf(trust: Trust | undefined, reading: ClockReading): Standing {
  if (trust === undefined) return { kind: 'none' };
  const clock = readHolderClock(trust.clock, reading);
  if (clock.kind === 'needs-sync') return { kind: 'clock', why: clock.why };
  const { now } = clock;
  const { issuedAt, expiresAt } = trust.statusList;
  if (now >= expiresAt) return { kind: 'expired', now, expiresAt };
  return {
    kind: 'ready',
    now,
    asOf: issuedAt,
    expiresAt,
    aged: now - issuedAt > AGED_AFTER_MS,
    calibrated: clock.kind === 'sure',
  };
}
