import { decodeKeySet, openStatusList, type IssuerKeys } from '@yuezheng/live-pass';
import { nodeInflate } from '@yuezheng/live-pass/node';
import type { Verdict } from '@yuezheng/shared-types';
import type { TestApp } from '../../../test/app';
import { openCounter, type Counter } from '../../../test/counter';
import { logInStaff } from '../../../test/people';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { IssuerKeyring } from '../issuer-keyring';
import { liveCrypto } from '../live-crypto';
import { KeyAudit } from './key-audit';
import { KeyFolder } from './key-folder';
import { rotate } from './rotation';

const HOUR = 3_600_000;

let counter: Counter;
let app: TestApp;
let clerk: string;

beforeAll(async () => {
  counter = await openCounter();
  ({ app, clerk } = counter);
}, 60_000);
afterAll(() => app.close());

const reasonOf = async (code: string): Promise<string> => {
  const { body } = await app.call<Verdict>('POST', '/staff/verifications', { token: clerk, body: { code, purpose: 'housing' } });
  return body.kind === 'refused' ? body.reason : body.kind;
};
const publishedKeys = async (): Promise<IssuerKeys> => {
  const { body } = await app.call<{ keySet: string }>('GET', '/live-pass/keys');
  const keys = decodeKeySet(new Uint8Array(Buffer.from(body.keySet, 'base64url')));
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
};
const opensWith = async (issuerKeys: IssuerKeys): Promise<boolean> =>
  openStatusList(new Uint8Array((await app.call('GET', '/live-pass/status')).raw), { issuerKeys, ctx: liveCrypto, inflate: nodeInflate }).ok;
const rotateNow = (atOnce: boolean) => rotate(new KeyFolder(app.config.env.ISSUER_KEY_DIR), app.clock.now(), atOnce);
/** Later, with a clerk who has logged in again. */
const pass = async (milliseconds: number): Promise<void> => {
  app.clock.advance(milliseconds);
  clerk = await logInStaff(app, 'hejiamin');
};

it('a rotation is noticed by nobody: what the old key signed is accepted until it is over, and every list opens with the keys of a day ago', async () => {
  let keysOfADayAgo = await publishedKeys();
  expect(rotateNow(false).done).toBe(true);
  const signers = new Set<number>();
  for (let hour = 0; hour <= 96; hour += 12) {
    if (hour % 24 === 0) {
      if (hour > 0) expect(await opensWith(keysOfADayAgo)).toBe(true);
      keysOfADayAgo = await publishedKeys();
    }
    expect((await counter.phone.enrol()).status).toBe(200);
    signers.add(app.get(IssuerKeyring).current.kid);
    expect(await reasonOf(counter.phone.show())).toBe('accepted');
    expect(await opensWith(await publishedKeys())).toBe(true);
    await pass(12 * HOUR);
    // Twelve hours old, and in one of the rounds signed by the key before.
    expect(await reasonOf(counter.phone.show())).toBe('accepted');
  }
  expect([...signers]).toEqual([1, 2]);
  expect([...(await publishedKeys()).keys()]).toEqual([2]);
});

it('what a key signed that is no longer published has an unknown issuer; a use of that time is still taken', async () => {
  expect((await counter.phone.enrol()).status).toBe(200);
  const [code, at] = [counter.phone.show(), app.clock.now()];
  expect(rotateNow(false).done).toBe(true);
  await pass(74 * HOUR);
  expect(await reasonOf(code)).toBe('unknown-issuer');
  const use = { id: newId(), at, code, purpose: 'housing', accepted: true };
  const synced = await app.call<{ stored: string[] }>('POST', '/staff/verifications/offline', { token: clerk, body: { uses: [use] } });
  expect(synced.body.stored).toEqual([use.id]);
  expect(await app.database.query('SELECT accepted, reason FROM verifications v JOIN offline_uses USING (verification_id) WHERE use_id = $1', [use.id])).toEqual([{ accepted: true, reason: null }]);
});

const isToldToRenew = async (): Promise<boolean> => {
  const { holder, phone } = counter;
  const showing = await app.call<{ renew?: true }>('GET', `/live-pass/showing/${holder.permitId}?deviceId=${phone.deviceId}`, { token: holder.token });
  return showing.body.renew === true;
};

it('a key in wrong hands is worth nothing within a minute, and phones get a credential of the new one', async () => {
  expect((await counter.phone.enrol()).status).toBe(200);
  expect(rotateNow(true).done).toBe(true);
  await pass(60_000);
  const kids = [...(await publishedKeys()).keys()];
  expect(kids).toEqual([app.get(IssuerKeyring).current.kid]);
  expect(await reasonOf(counter.phone.show())).toBe('unknown-issuer');
  expect(await isToldToRenew()).toBe(true);
  expect(await opensWith(await publishedKeys())).toBe(true);
  expect((await counter.phone.enrol()).status).toBe(200);
  expect(await isToldToRenew()).toBe(false);
  expect(await reasonOf(counter.phone.show())).toBe('accepted');
});

describe('the audit', () => {
  interface Change {
    readonly added: string[];
    readonly ended: string[];
    readonly accepted: Record<string, string>;
  }
  const changes = (): Promise<(Change & Record<string, unknown>)[]> =>
    app.database.query(`SELECT details->'added' AS added, details->'ended' AS ended, details->'accepted' AS accepted FROM audit_entries WHERE chain = 'issuer-keys' ORDER BY seq`);
  const acceptedKids = (): string[] => [...app.get(IssuerKeyring).published.keys()].map(String);
  const followed = (): Promise<void> => app.get(KeyAudit).follow();

  it('tells since when which keys are accepted, from the moment in which they are published', async () => {
    await followed();
    const before = acceptedKids();
    expect(Object.keys((await changes()).at(-1)!.accepted)).toEqual(before);
    expect((await changes())[0]).toMatchObject({ added: ['1'], ended: [] });
    expect(rotateNow(true).done).toBe(true);
    await pass(60_000);
    const [kid] = [...(await publishedKeys()).keys()].map(String);
    await followed();
    expect((await changes()).at(-1)).toEqual({ added: [kid], ended: before, accepted: { [kid!]: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
    expect(await app.get(Audit).verify('issuer-keys')).toMatchObject({ intact: true });
  });

  it('tells it once, however many servers see it at once', async () => {
    await followed();
    const known = (await changes()).length;
    expect(rotateNow(false).done).toBe(true);
    await pass(60_000);
    const others = Array.from({ length: 4 }, () => new KeyAudit(app.get(IssuerKeyring), app.get(Database), app.get(Audit)));
    await Promise.all([followed(), ...others.map((server) => server.follow())]);
    expect(await changes()).toHaveLength(known + 1);
  });
});
