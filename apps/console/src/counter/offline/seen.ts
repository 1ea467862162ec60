import type { CounterDb } from './counter-db';

/** No code is fresh for longer than seconds; a day allows for any clock. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Records the use of a presentation at this site, once.
 * The insert itself decides, so that two tabs cannot both be first.
 *
 * It is on the disk before the verdict is on the screen: a power cut must not make a code good again.
 *
 * @returns false when it was recorded before
 */
export async function recordUse(db: CounterDb, presentationId: string, now: number): Promise<boolean> {
  const transaction = db.transaction('seen', 'readwrite', { durability: 'strict' });
  const before = await transaction.store.get(presentationId);
  if (before === undefined) await transaction.store.put(now, presentationId);
  await transaction.done;
  return before === undefined;
}

/** Forgets uses so old that their codes are refused by age alone. */
export async function forgetOldUses(db: CounterDb, now: number): Promise<void> {
  const transaction = db.transaction('seen', 'readwrite');
  for await (const cursor of transaction.store) {
    if (now - cursor.value > KEPT_MS) await cursor.delete();
  }
  await transaction.done;
}
