const BETWEEN_TRIES_MS = 200;

/**
 * Tries until there is something.
 *
 * @param what for the failure: what was waited for
 * @throws Error when the time is over
 */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, timeLimitMs = 20_000): Promise<T> {
  const deadline = performance.now() + timeLimitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${timeLimitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}
