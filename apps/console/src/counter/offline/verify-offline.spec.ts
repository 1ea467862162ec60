import 'fake-indexeddb/auto';
import type { ClockReading } from '@yuezheng/live-pass';
import { codeFor, HOUR, NOW, openedTrust, published, reading, stranger, issuer } from '../../testing/sample-trust';
import { counterDb, type CounterDb } from './counter-db';
import { openTrust, type Trust } from './trust-opening';
import { rememberOnlineUse, verifyOffline } from './verify-offline';

const trust = (expiresAt = NOW + HOUR): Trust => openedTrust({ expiresAt });

let db: CounterDb;
let made = 0;
const ask = (code: string, at = NOW, kept: Trust | undefined = trust()) =>
  verifyOffline(db, kept, {
    code,
    purpose: 'school',
    staffId: 'clerk',
    reading: reading(at),
    id: `use-${(made += 1)}`,
  });
const outcome = async (...question: Parameters<typeof ask>) => {
  const { shown } = await ask(...question);
  return shown.kind === 'accepted' ? 'accepted' : shown.reason;
};

beforeEach(async () => {
  db = await counterDb();
  await db.clear('seen');
});

describe('a counter without a network', () => {
  it('accepts a fresh code once, with lower assurance and the time of its statuses', async () => {
    const code = codeFor(5, NOW);
    const { shown, use } = await ask(code);
    expect(shown).toMatchObject({
      kind: 'accepted',
      assurance: 'offline',
      statusAsOf: '2026-11-22T01:40:00.000Z',
      holder: { name: '林**', validUntil: '2026-12-20' },
    });
    expect(use).toMatchObject({ code, accepted: true, at: NOW, purpose: 'school', staffId: 'clerk' });
    expect(await outcome(code, NOW + 3_000)).toBe('already-used');
  });

  it('accepts a code once also when two tabs read it in the same moment', async () => {
    const code = codeFor(6, NOW);
    const outcomes = await Promise.all([outcome(code), outcome(code), outcome(code)]);
    expect(outcomes.sort()).toEqual(['accepted', 'already-used', 'already-used']);
  });

  it('accepts each of 20 codes once when 200 scans come at once, from several tabs', async () => {
    const kept = trust();
    const codes = Array.from({ length: 20 }, (_, at) => codeFor(10 + at, NOW));
    const scans = Array.from({ length: 200 }, (_, at) => codes[(at * 7) % codes.length] ?? '');
    const answers = await Promise.all(
      scans.map(async (code) => ({ code, accepted: (await outcome(code, NOW, kept)) === 'accepted' })),
    );
    const accepted = answers.filter((answer) => answer.accepted).map(({ code }) => code);
    expect(accepted).toHaveLength(20);
    expect(new Set(accepted).size).toBe(20);
  });

  it('refuses after the network went what was accepted with it', async () => {
    const code = codeFor(7, NOW);
    await rememberOnlineUse(db, trust(), code, reading(NOW));
    expect(await outcome(code, NOW + 3_000)).toBe('already-used');
  });

  it.each([
    [1, 'suspended'],
    [2, 'cancelled'],
  ])('knows the status of permit %i from its list', async (index, reason) => {
    expect(await outcome(codeFor(index, NOW))).toBe(reason);
  });

  it('says of a credential that ended with its permit what became of the permit', async () => {
    const aDay = 86_400_000;
    const long = trust(NOW + 2 * aDay);
    expect((await ask(codeFor(1, NOW), NOW + aDay, long)).shown).toMatchObject({
      reason: 'suspended',
      note: '有效期至 2026-12-20，过期未签注',
    });
    expect(await outcome(codeFor(2, NOW), NOW + aDay, long)).toBe('cancelled');
    expect(await outcome(codeFor(5, NOW), NOW + aDay, long)).toBe('credential-expired');
    expect(await outcome(codeFor(1, NOW), NOW + aDay)).toBe('credential-expired');
  });

  it('refuses old codes, early codes and strangers’ codes', async () => {
    expect(await outcome(codeFor(5, NOW - 60_000))).toBe('too-old');
    expect(await outcome(codeFor(5, NOW + 60_000))).toBe('from-the-future');
    expect(await outcome(codeFor(5, NOW, stranger))).toBe('bad-issuer-signature');
  });

  it('fails closed without statuses, after their end, and when the clock was set back', async () => {
    expect(
      (
        await verifyOffline(db, undefined, {
          code: codeFor(5, NOW),
          purpose: 'x',
          staffId: 'clerk',
          reading: reading(NOW),
          id: 'none',
        })
      ).shown,
    ).toMatchObject({ reason: 'status-stale' });
    expect(await outcome(codeFor(5, NOW + HOUR), NOW + HOUR, trust(NOW + HOUR))).toBe('status-stale');
    const setBack: ClockReading = { wall: NOW - HOUR, monotonic: 6_000, run: 'this' };
    expect(
      (
        await verifyOffline(db, trust(), {
          code: codeFor(5, NOW),
          purpose: 'x',
          staffId: 'clerk',
          reading: setBack,
          id: 'back',
        })
      ).shown,
    ).toMatchObject({ reason: 'status-stale' });
  });

  it('keeps no foreign code in the queue', async () => {
    const { shown, use } = await ask('https://example.com/pay?to=somebody');
    expect(shown).toMatchObject({ kind: 'refused', reason: 'malformed' });
    expect(use).toBeUndefined();
  });
});

describe('what was kept', () => {
  it('is not used when its list is signed by somebody else', () => {
    expect(openTrust(published({ signer: stranger, keyOf: issuer }))).toBeUndefined();
    expect(openTrust({ ...published(), keySet: '%' })).toBeUndefined();
    expect(openTrust({ ...published(), statusList: new Uint8Array(40) })).toBeUndefined();
  });
});
