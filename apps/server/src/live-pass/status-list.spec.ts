import { randomInt } from 'node:crypto';
import { decodeKeySet, openStatusList, packStatuses, signStatusList, statusAt, statusFromList, type StatusList } from '@yuezheng/live-pass';
import { nodeDeflate, nodeInflate } from '@yuezheng/live-pass/node';
import type { TestApp } from '../../test/app';
import { openCounter, type Counter } from '../../test/counter';
import { logInStaff } from '../../test/people';
import { PermitStore } from '../permits/permit-store';
import { liveCrypto } from './live-crypto';

const FRESH_MS = 5_000;

describe('a list of 50 million permits', () => {
  /** Mulberry32: the same numbers for the same seed. */
  const randomFrom = (seed: number) => (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  it('has at most 150 KB when 0.1 % are not valid, and every exception reads right', async () => {
    const seed = randomInt(2 ** 31);
    process.stdout.write(`status list seed ${seed}\n`);
    const random = randomFrom(seed);
    const size = 50_000_000;
    const exceptions = new Map<number, 'suspended' | 'cancelled'>();
    while (exceptions.size < size / 1000) exceptions.set(Math.floor(random() * size), random() < 0.7 ? 'suspended' : 'cancelled');
    const packed = packStatuses(size, exceptions);
    const { publicKey, secretKey, alg } = liveCrypto.generateKeyPair(-8, new Uint8Array(32).fill(seed & 0xff));
    const issuedAt = 1_800_000_000_000;
    const deflated = await nodeDeflate(packed);
    const signed = signStatusList({ subject: 'urn:x', issuedAt, expiresAt: issuedAt + 1000, packed }, { kid: 1, alg, secretKey }, liveCrypto, () => deflated);
    if (!signed.ok) throw new Error(signed.error);
    expect(signed.value.length).toBeLessThanOrEqual(150 * 1024);
    const opened = openStatusList(signed.value, { issuerKeys: new Map([[1, { alg, publicKey }]]), ctx: liveCrypto, inflate: nodeInflate });
    if (!opened.ok) throw new Error(opened.error);
    const wrong = [...exceptions].filter(([index, status]) => statusAt(opened.value.packed, index) !== status);
    expect(wrong).toEqual([]);
    expect(Buffer.compare(opened.value.packed, packed)).toBe(0);
  });
});

describe('the list of a server', () => {
  let app: TestApp;
  let counter: Counter;
  let place: number;

  beforeAll(async () => {
    counter = await openCounter();
    ({ app } = counter);
    const [row] = await app.database.query<{ status_index: number }>('SELECT status_index FROM permits WHERE permit_id = $1', [counter.holder.permitId]);
    place = row!.status_index;
  }, 60_000);
  afterAll(() => app.close());

  const fetched = (ifNoneMatch?: string) => app.call('GET', '/live-pass/status', { headers: ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {} });
  const opened = async (): Promise<StatusList> => {
    const [keys, list] = [await app.call<{ keySet: string }>('GET', '/live-pass/keys'), await fetched()];
    const issuerKeys = decodeKeySet(new Uint8Array(Buffer.from(keys.body.keySet, 'base64url')));
    if (!issuerKeys.ok) throw new Error(issuerKeys.error);
    const answer = openStatusList(new Uint8Array(list.raw), { issuerKeys: issuerKeys.value, ctx: liveCrypto, inflate: nodeInflate });
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
  const listed = async (): Promise<string> => statusFromList(await opened(), place).status;
  const judged = async (code = counter.phone.show()): Promise<string> => {
    const { body } = await app.call<{ kind: string; reason?: string }>('POST', '/staff/verifications', { token: counter.clerk, body: { code, purpose: 'housing' } });
    return body.reason ?? body.kind;
  };

  const phoneIsTold = async (): Promise<boolean> => {
    const { holder, phone } = counter;
    const answer = await app.call<{ inForce: boolean }>('GET', `/live-pass/showing/${holder.permitId}?deviceId=${phone.deviceId}`, { token: holder.token });
    return answer.body.inForce;
  };

  it('is bytes of its own type, to be asked for again and not sent twice', async () => {
    const first = await fetched();
    expect({ status: first.status, headers: first.headers }).toMatchObject({
      status: 200, headers: { 'content-type': 'application/statuslist+cwt', 'cache-control': 'public, no-cache', etag: expect.stringMatching(/^"[\w-]{43}"$/) as string },
    });
    const etag = String(first.headers.etag);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await fetched(held);
      expect({ status: again.status, etag: again.headers.etag, size: again.raw.length }).toEqual({ status: 304, etag, size: 0 });
    }
    expect((await fetched('"other"')).raw.equals(first.raw)).toBe(true);
  });

  it('stays the same while nothing changes, and is dated anew each minute', async () => {
    // A whole minute later at least, so that nothing of what was asked before is still fresh.
    app.clock.moveTo(app.clock.now() - (app.clock.now() % 60_000) + 120_000);
    const [first, before] = [await fetched(), await opened()];
    app.clock.advance(30_000);
    expect((await fetched()).headers.etag).toBe(first.headers.etag);
    app.clock.advance(30_000);
    expect((await fetched()).headers.etag).not.toBe(first.headers.etag);
    expect((await opened()).issuedAt - before.issuedAt).toBe(60_000);
    expect(app.clock.now() - (await opened()).issuedAt).toBeLessThanOrEqual(60_000);
  });

  it('refuses a permit that was cancelled at once, and says so within five seconds', async () => {
    const [row] = await app.database.query<{ source: string; holder_id: string }>('SELECT source, holder_id FROM permits WHERE permit_id = $1', [counter.holder.permitId]);
    expect([await judged(), await listed()]).toEqual(['accepted', 'valid']);
    const today = app.clock.today();
    await app.database.inTransaction((tx) => app.get(PermitStore).keep(tx, row!.holder_id, {
      source: row!.source, city: '440100', district: '440106', address: '体育西路', issuedOn: today, validUntil: today, residenceSince: today, status: 'cancelled',
    }));
    expect(await judged()).toBe('cancelled');
    app.clock.advance(FRESH_MS - 1);
    expect(await listed()).toBe('cancelled');
    await app.database.query(`UPDATE permits SET status = 'valid' WHERE permit_id = $1`, [counter.holder.permitId]);
    app.clock.advance(FRESH_MS - 1);
    expect(await listed()).toBe('valid');
  });

  it('refuses a permit whose last day is over from midnight on', async () => {
    const today = app.clock.today();
    await app.database.query('UPDATE permits SET valid_until = $2 WHERE permit_id = $1', [counter.holder.permitId, today]);
    const midnight = new Date(`${today}T24:00:00+08:00`).getTime();
    app.clock.moveTo(midnight - 1);
    counter = { ...counter, clerk: await logInStaff(app, 'hejiamin') };
    expect((await counter.phone.enrol()).status).toBe(200);
    expect([await listed(), await phoneIsTold()]).toEqual(['valid', true]);
    const lastCode = counter.phone.show();
    app.clock.advance(FRESH_MS);
    expect([await judged(lastCode), await listed()]).toEqual(['suspended', 'suspended']);
    expect(await phoneIsTold()).toBe(false);
  });
});
