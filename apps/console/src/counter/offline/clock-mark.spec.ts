import 'fake-indexeddb/auto';
import { readHolderClock } from '@yuezheng/live-pass';
import { HOUR, NOW, reading } from '../../testing/sample-trust';
import { carriedTo, markClock } from './clock-mark';
import { counterDb } from './counter-db';

const synced = { serverTime: NOW + 500, reading: reading(NOW) };
const restartedAt = (wall: number) => ({ wall, monotonic: 1, run: 'after' });

it('keeps the latest moment at which the counter ran', async () => {
  const db = await counterDb();
  await markClock(db, NOW + HOUR);
  await markClock(db, NOW);
  expect(await db.get('clockMark', 'present')).toBe(NOW + HOUR);
});

it('tells the same time after the mark, and finds out a clock that was set back behind it', () => {
  const carried = carriedTo(NOW + 2 * HOUR, synced);
  expect(readHolderClock(carried, restartedAt(NOW + 3 * HOUR))).toMatchObject({
    kind: 'unsure',
    now: NOW + 3 * HOUR + 500,
  });
  expect(readHolderClock(carried, restartedAt(NOW + HOUR))).toEqual({ kind: 'needs-sync', why: 'set-back' });
  // Without the mark nobody could tell.
  expect(readHolderClock(synced, restartedAt(NOW + HOUR)).kind).toBe('unsure');
});

it('leaves a clock alone that was synced later', () => {
  expect(carriedTo(undefined, synced)).toEqual(synced);
  expect(carriedTo(NOW - HOUR, synced)).toEqual(synced);
});
