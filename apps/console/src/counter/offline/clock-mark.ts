import type { HolderClock } from '@yuezheng/live-pass';
import type { CounterDb } from './counter-db';

/**
 * Notes that this counter was still running at this moment of its own clock. After a restart nothing else tells that
 * the clock was set back to a time at which a code of before was fresh.
 *
 * @param wall this computer's time, epoch ms
 */
export async function markClock(db: CounterDb, wall: number): Promise<void> {
  const transaction = db.transaction('clockMark', 'readwrite');
  const before = (await transaction.store.get('present')) ?? 0;
  if (wall > before) await transaction.store.put(wall, 'present');
  await transaction.done;
}

/** The clock of the last sync, carried on to the mark: a reading from before the mark is then one that was set back. */
export function carriedTo(mark: number | undefined, { serverTime, reading }: HolderClock): HolderClock {
  if (mark === undefined || mark <= reading.wall) return { serverTime, reading };
  return {
    serverTime: serverTime + (mark - reading.wall),
    // No run has this name, so that only the wall clock is compared.
    reading: { wall: mark, monotonic: 0, run: 'before the restart' },
  };
}
