import type { SandboxClock } from './clock';

const MAX_SKEW_MS = 300_000;

/**
 * Whether a signed request is at most five minutes off. The sandbox's clock may have been moved away
 * from the machine's; a caller may sign by either of the two.
 *
 * @param signedAtMs milliseconds since 1970
 */
export const isFresh = (clock: SandboxClock, signedAtMs: number): boolean =>
  [clock.now(), clock.machineNow()].some((now) => Math.abs(now - signedAtMs) <= MAX_SKEW_MS);
