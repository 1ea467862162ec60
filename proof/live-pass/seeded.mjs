/** Chance that can be repeated: the same seed gives the same numbers on every machine. @typedef {{ seed: number, unit(): number, between(low: number, high: number): number, whole(below: number): number, pick<T>(from: readonly T[]): T, bytes(length: number): Uint8Array }} Chance */

/**
 * Mulberry32: 32 bits of state, good enough to choose test cases, and for nothing else.
 * @param {number} seed whole number, 32 bits of which count
 * @returns {Chance}
 */
export function seeded(seed) {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (/** @type {number} */ below) => Math.floor(unit() * below);
  return {
    seed,
    unit,
    between: (low, high) => low + (high - low) * unit(),
    whole,
    pick(from) {
      const chosen = from[whole(from.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    bytes: (length) => Uint8Array.from({ length }, () => whole(256)),
  };
}

/**
 * The same things in another order (Fisher–Yates).
 * @template T
 * @param {readonly T[]} items
 * @param {Chance} chance
 * @returns {T[]}
 */
export function shuffled(items, chance) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = chance.whole(last + 1);
    [order[last], order[other]] = [/** @type {T} */ (order[other]), /** @type {T} */ (order[last])];
  }
  return order;
}
