import fc from 'fast-check';
import {
  CLOCK_JUMP_MS,
  readHolderClock,
  SLOWEST_SYNC_MS,
  syncClock,
  SYNC_LIFETIME_MS,
  type ClockReading,
} from './holder-clock';

const SERVER = Date.UTC(2026, 10, 22, 1, 41, 27);
const HOUR = 3_600_000;
const before: ClockReading = { wall: SERVER - 7 * HOUR, monotonic: 5_000, run: 'a' };
const after: ClockReading = { ...before, wall: before.wall + 200, monotonic: 5_200 };

function synced() {
  const clock = syncClock(SERVER, before, after);
  if (clock === undefined) throw new Error('the sync was good');
  return clock;
}

const later = (wall: number, monotonic: number, run = 'a'): ClockReading => ({
  wall: after.wall + wall,
  monotonic: after.monotonic + monotonic,
  run,
});

test('the server’s time lies half-way through the request, however wrong the phone is set', () => {
  expect(readHolderClock(synced(), after)).toEqual({ kind: 'sure', now: SERVER + 100 });
});

test('it runs on with the monotonic clock', () => {
  fc.assert(
    fc.property(
      fc.nat(SYNC_LIFETIME_MS - CLOCK_JUMP_MS),
      fc.integer({ min: -CLOCK_JUMP_MS, max: CLOCK_JUMP_MS }),
      (passed, drift) => {
        const answer = readHolderClock(synced(), later(passed + drift, passed));
        expect(answer).toEqual({ kind: 'sure', now: SERVER + 100 + passed });
      },
    ),
  );
});

test('a wall clock turned back asks for a sync', () => {
  expect(readHolderClock(synced(), later(-HOUR, 60_000))).toEqual({ kind: 'needs-sync', why: 'set-back' });
  expect(readHolderClock(synced(), later(-1, 0, 'b'))).toEqual({ kind: 'needs-sync', why: 'set-back' });
});

test('asleep for an hour or set forward: nobody can tell, and it says so', () => {
  const answer = readHolderClock(synced(), later(HOUR + 60_000, 60_000));
  expect(answer).toEqual({ kind: 'unsure', now: SERVER + 100 + HOUR + 60_000, why: 'slept-or-set-forward' });
});

test('after a new start of the app only the wall clock is left', () => {
  const answer = readHolderClock(synced(), { wall: after.wall + HOUR, monotonic: 12, run: 'b' });
  expect(answer).toEqual({ kind: 'unsure', now: SERVER + 100 + HOUR, why: 'restarted' });
});

test.each([
  ['in one run', later(SYNC_LIFETIME_MS + 1, SYNC_LIFETIME_MS + 1)],
  ['after a new start', later(SYNC_LIFETIME_MS + 1, 0, 'b')],
  ['after a long sleep', later(SYNC_LIFETIME_MS + 1, 10)],
])('a sync older than a day serves no more: %s', (_, reading) => {
  expect(readHolderClock(synced(), reading)).toEqual({ kind: 'needs-sync', why: 'too-long-ago' });
});

test('readings that are no numbers ask for a sync', () => {
  expect(readHolderClock(synced(), later(Number.NaN, 5)).kind).toBe('needs-sync');
  expect(readHolderClock(synced(), later(5, Number.NaN)).kind).toBe('needs-sync');
});

test.each([
  [
    'slow',
    { ...before, wall: before.wall + SLOWEST_SYNC_MS + 1, monotonic: before.monotonic + SLOWEST_SYNC_MS + 1 },
  ],
  ['spans a new start', { ...after, run: 'b' }],
  ['spans a jump of the wall clock', { ...after, wall: after.wall + HOUR }],
  ['runs backwards', { ...after, monotonic: 4_000 }],
])('a sync that %s is not taken', (_, end) => {
  expect(syncClock(SERVER, before, end)).toBeUndefined();
});
