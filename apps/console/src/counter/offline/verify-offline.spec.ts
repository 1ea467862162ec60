import 'fake-indexeddb/auto';
import { zlibSync } from 'fflate';
import {
  ALG_EDDSA,
  encodeKeySet,
  issueCredential,
  nobleContext as ctx,
  packStatuses,
  present,
  RESIDENCE_PERMIT,
  signStatusList,
  type ClockReading,
} from '@yuezheng/live-pass';
import { counterDb, type CounterDb } from './counter-db';
import { openTrust, type Trust } from './trust-opening';
import { verifyOffline } from './verify-offline';

const NOW = Date.UTC(2026, 10, 22, 1, 41);
const HOUR = 3_600_000;
const pair = (fill: number) => ctx.generateKeyPair(ALG_EDDSA, new Uint8Array(32).fill(fill));
const [issuer, stranger, holder] = [pair(1), pair(2), pair(3)];
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

function must<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** A code for the permit at this index of the status list, shown at `at`. */
function codeFor(statusIndex: number, at: number, signer = issuer): string {
  const request = {
    permitType: RESIDENCE_PERMIT,
    maskedName: '林**',
    permitValidUntil: '2026-12-20',
    statusIndex,
    holderKey: holder,
    now: at,
  };
  const { bytes } = must(
    issueCredential(request, { kid: 7, alg: ALG_EDDSA, secretKey: signer.secretKey }, ctx),
  );
  return must(present({ credential: bytes, holderKey: holder, now: at, ctx })).code;
}

const reading = (at: number): ClockReading => ({ wall: at, monotonic: at - NOW + 5_000, run: 'this' });

function trust(expiresAt = NOW + HOUR): Trust {
  const key = { kid: 7, alg: ALG_EDDSA, secretKey: issuer.secretKey };
  const list = {
    subject: 'test',
    issuedAt: NOW - 60_000,
    expiresAt,
    packed: packStatuses(100, [
      [1, 'suspended'],
      [2, 'cancelled'],
    ]),
  };
  const stored = {
    keySet: base64url(must(encodeKeySet(new Map([[7, issuer]])))),
    statusList: base64url(must(signStatusList(list, key, ctx, zlibSync))),
    clock: { serverTime: NOW, reading: reading(NOW) },
  };
  const opened = openTrust(stored);
  if (opened === undefined) throw new Error('the published trust does not open');
  return opened;
}

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
    const list = must(
      signStatusList(
        { subject: 'x', issuedAt: NOW, expiresAt: NOW + HOUR, packed: packStatuses(8, []) },
        { kid: 7, alg: ALG_EDDSA, secretKey: stranger.secretKey },
        ctx,
        zlibSync,
      ),
    );
    const keySet = base64url(must(encodeKeySet(new Map([[7, issuer]]))));
    const clock = { serverTime: NOW, reading: reading(NOW) };
    expect(openTrust({ keySet, statusList: base64url(list), clock })).toBeUndefined();
    expect(openTrust({ keySet: '%', statusList: base64url(list), clock })).toBeUndefined();
  });
});
