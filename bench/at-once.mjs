/**
 * Does something with each of many things, a few of them at a time.
 * @template T, R
 * @param {readonly T[]} items
 * @param {number} atOnce
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} in the order of the items
 */
export async function eachOf(items, atOnce, work) {
  /** @type {R[]} */
  const done = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) done[index] = await work(/** @type {T} */ (items[index]));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}
