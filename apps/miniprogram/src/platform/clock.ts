let latest = 0;

/**
 * Milliseconds since some moment, never going back. Where WeChat offers no such clock it follows the wall clock
 * forwards, and a jump shows only against the server's time.
 */
export function monotonicNow(): number {
  if (typeof performance === 'object' && typeof performance.now === 'function') return performance.now();
  latest = Math.max(latest, Date.now());
  return latest;
}

/** Milliseconds since the epoch as this phone has it. */
export const wallNow = (): number => Date.now();
