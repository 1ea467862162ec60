import { HOUR, NOW, openedTrust, reading } from '../../testing/sample-trust';
import { standingOf } from './standing';

const trust = openedTrust({ issuedAt: NOW, expiresAt: NOW + 24 * HOUR });
const afterRestart = (at: number) => ({ wall: at, monotonic: 40, run: 'another' });

it('is ready with fresh statuses, and says when they are hours old', () => {
  expect(standingOf(trust, reading(NOW + HOUR))).toMatchObject({
    kind: 'ready',
    asOf: NOW,
    aged: false,
    calibrated: true,
  });
  expect(standingOf(trust, reading(NOW + 4 * HOUR + 1))).toMatchObject({ kind: 'ready', aged: true });
});

it('says after a restart that only this computer’s own clock is known', () => {
  expect(standingOf(trust, afterRestart(NOW + HOUR))).toMatchObject({ kind: 'ready', calibrated: false });
});

it('can do nothing without statuses, after their end, and with a clock that was set back or is too old', () => {
  expect(standingOf(undefined, reading(NOW))).toEqual({ kind: 'none' });
  const short = openedTrust({ issuedAt: NOW - 60_000, expiresAt: NOW + HOUR });
  expect(standingOf(short, reading(NOW + HOUR))).toMatchObject({ kind: 'expired', expiresAt: NOW + HOUR });
  expect(standingOf(trust, afterRestart(NOW - HOUR))).toEqual({ kind: 'clock', why: 'set-back' });
  expect(standingOf(trust, afterRestart(NOW + 25 * HOUR))).toEqual({ kind: 'clock', why: 'too-long-ago' });
});
