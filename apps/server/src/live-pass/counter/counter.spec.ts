import { SLOT_MS } from '@yuezheng/live-pass';
import type { Verdict } from '@yuezheng/shared-types';
import type { Answer, TestApp } from '../../../test/app';
import { openCounter } from '../../../test/counter';
import type { LivePhone } from '../../../test/live-phone';
import type { Holder } from '../../../test/wallet';
import { Audit } from '../../platform/audit/audit';
import { newId } from '../../platform/database/new-id';

let app: TestApp;
let clerk: string;
let otherClerk: string;
let phone: LivePhone;
let holder: Holder;

const scan = (code: string, more: { token?: string; purpose?: string; key?: string } = {}): Promise<Answer<Verdict>> =>
  app.call<Verdict>('POST', '/staff/verifications', { token: more.token ?? clerk, body: { code, purpose: more.purpose ?? 'motor-vehicle' }, ...(more.key && { key: more.key }) });

const usesOf = (verificationId: string) => app.database.query('SELECT 1 FROM verifications WHERE verification_id = $1 AND accepted AND double_use_of IS NULL', [verificationId]);
const readings = (verificationId: string) =>
  app.database.query<{ action: string }>(`SELECT action FROM audit_entries WHERE details->>'verificationId' = $1 ORDER BY seq`, [verificationId]);

beforeAll(async () => {
  ({ app, clerk, otherClerk, phone, holder } = await openCounter());
}, 60_000);

afterAll(() => app.close());

beforeEach(() => app.clock.advance(SLOT_MS));

describe('a scan whose answer was lost', () => {
  /** As when the process dies between its commit and the stored answer. */
  const loseAnswers = (): Promise<unknown> => app.database.query('DELETE FROM idempotency_keys');

  it('is accepted again, with the challenge that the phone shows', async () => {
    const [code, key] = [phone.show(), newId()];
    const first = await scan(code, { key });
    await loseAnswers();
    app.clock.advance(1_000);
    const again = await scan(code, { key });
    expect({ ...again.body, tookMs: 0 }).toEqual({ ...first.body, tookMs: 0 });
    expect(first.body.kind).toBe('accepted');
    expect((await readings(first.body.verificationId)).map(({ action }) => action)).toEqual(['permit.verified', 'permit.verification-read']);
  });

  it('is accepted even when the code is too old by then', async () => {
    const [code, key] = [phone.show(), newId()];
    const first = await scan(code, { key });
    await loseAnswers();
    app.clock.advance(100_000);
    expect((await scan(code, { key })).body).toMatchObject({ kind: 'accepted', verificationId: first.body.verificationId, at: first.body.kind === 'accepted' && first.body.at });
    expect((await scan(code)).body).toMatchObject({ kind: 'refused', reason: 'too-old' });
  });

  it('opens nothing any more once the verdict has left the screen', async () => {
    const [code, key] = [phone.show(), newId()];
    await scan(code, { key });
    app.clock.advance(121_000);
    expect((await scan(code, { key })).body).toMatchObject({ kind: 'refused', reason: 'too-old' });
  });

  it('stays refused when it was refused', async () => {
    const [code, key] = [phone.show(app.clock.now() + 30_000), newId()];
    const first = await scan(code, { key });
    expect(first.body).toMatchObject({ reason: 'from-the-future' });
    await loseAnswers();
    app.clock.advance(30_000);
    expect((await scan(code, { key })).body).toMatchObject({ kind: 'refused', reason: 'from-the-future', verificationId: first.body.verificationId });
    expect(await usesOf(first.body.verificationId)).toEqual([]);
    expect((await scan(code)).body.kind).toBe('accepted');
  });

  it('opens no other code, nor another purpose, nor another clerk’s scan', async () => {
    const [code, key] = [phone.show(), newId()];
    await scan(code, { key });
    await loseAnswers();
    const others = [await scan(code, { key, purpose: 'housing' }), await scan(code, { key, token: otherClerk })];
    expect(others.map(({ body }) => body)).toMatchObject([{ reason: 'already-used' }, { reason: 'already-used' }]);
    app.clock.advance(SLOT_MS);
    await loseAnswers();
    expect((await scan(phone.show(), { key })).body.kind).toBe('accepted');
  });
});

describe('the photo of a verified holder', () => {
  const photoOf = (verificationId: string, token = clerk) => app.call<unknown>('GET', `/staff/verifications/${verificationId}/portrait`, { token });

  it('comes after the verdict, to the clerk who has it on the screen', async () => {
    const { body } = await scan(phone.show());
    expect(body.kind === 'accepted' && body.holder.showsPortrait).toBe(true);
    const photo = await photoOf(body.verificationId);
    expect([photo.status, photo.headers['content-type'], photo.headers['cache-control']]).toEqual([200, 'image/jpeg', 'private, no-store']);
    expect((await photoOf(body.verificationId, otherClerk)).status).toBe(404);
    app.clock.advance(121_000);
    expect((await photoOf(body.verificationId)).status).toBe(404);
  });

  it('is not there for a refused code', async () => {
    const code = phone.show();
    await scan(code);
    const { body } = await scan(code);
    expect(body).toMatchObject({ kind: 'refused', reason: 'already-used' });
    expect((await photoOf(body.verificationId)).status).toBe(404);
  });
});

describe('scans of one permit at once', () => {
  it('are judged while its holder burns codes without pause', async () => {
    let storming = true;
    const burn = async (): Promise<void> => {
      for (let before = 1; storming; before += 1) {
        await app.call('POST', '/live-pass/burns', { token: holder.token, body: { permitId: holder.permitId, deviceId: phone.deviceId, before, cause: 'screenshot' } });
      }
    };
    const storm = Promise.all(Array.from({ length: 8 }, burn));
    for (let round = 0; round < 6; round += 1) {
      app.clock.advance(SLOT_MS);
      expect((await scan(phone.show())).body.kind).toBe('accepted');
    }
    storming = false;
    await storm;
    expect(await app.get(Audit).verify(`permit:${holder.permitId}`)).toMatchObject({ intact: true });
  });

  it('are accepted once for each code, and its audit stays whole', async () => {
    const codes = [phone.show(), phone.show(app.clock.now() + SLOT_MS)];
    app.clock.advance(SLOT_MS);
    const verdicts = await Promise.all(Array.from({ length: 60 }, (_, index) => scan(codes[index % 2]!, { token: index % 3 ? clerk : otherClerk })));
    const kinds = verdicts.map(({ body }) => (body.kind === 'accepted' ? 'accepted' : body.reason));
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'already-used')).toHaveLength(58);
    expect(await app.get(Audit).verify(`permit:${holder.permitId}`)).toMatchObject({ intact: true });
  });
});

describe('a use without network', () => {
  const sync = async (token: string, use: object) =>
    (await app.call<{ stored: string[]; doubleUses: object[]; otherCode: string[] }>('POST', '/staff/verifications/offline', { token, body: { uses: [use] } })).body;
  const recordIdOf = async (useId: string): Promise<string> => {
    const [row] = await app.database.query<{ verification_id: string }>('SELECT verification_id FROM offline_uses WHERE use_id = $1', [useId]);
    return row!.verification_id;
  };

  it.each([
    ['accepted', { accepted: true }],
    ['told with another reason', { reason: 'burned' }],
    ['told of another purpose', { purpose: 'social-security' }],
    ['told of another time', { at: 1 }],
  ])('is not %s under the same id afterwards', async (_name, change) => {
    const refused = { id: newId(), at: app.clock.now(), code: phone.show(), purpose: 'housing', accepted: false, reason: 'status-stale' };
    expect(await sync(clerk, refused)).toEqual({ stored: [refused.id], doubleUses: [], otherCode: [] });
    expect(await sync(clerk, { ...refused, ...change })).toEqual({ stored: [], doubleUses: [], otherCode: [refused.id] });
    expect(await usesOf(await recordIdOf(refused.id))).toEqual([]);
    expect((await scan(refused.code, { token: otherClerk })).body.kind).toBe('accepted');
  });

  it('whose online answer came too late is the same scan, and no double use; at another counter it is one', async () => {
    const code = phone.show();
    const online = await scan(code);
    const use = { id: newId(), at: app.clock.now() + 4_000, code, purpose: 'housing', accepted: true };
    expect(await sync(clerk, use)).toEqual({ stored: [use.id], doubleUses: [], otherCode: [] });
    expect(await usesOf(online.body.verificationId)).toHaveLength(1);
    expect(await usesOf(await recordIdOf(use.id))).toEqual([]);
    expect((await sync(otherClerk, { ...use, id: newId() })).doubleUses).toHaveLength(1);
  });

  it('is never kept under a date that is still to come', async () => {
    const use = { id: newId(), at: Date.UTC(2099, 0, 1), code: phone.show(), purpose: 'housing', accepted: false, reason: 'status-stale' };
    await sync(clerk, use);
    const [row] = await app.database.query<{ verified_at: Date }>('SELECT verified_at FROM verifications JOIN offline_uses USING (verification_id) WHERE use_id = $1', [use.id]);
    expect(row!.verified_at.getTime()).toBeLessThanOrEqual(app.clock.now());
  });

  it('that was refused as ahead of time stays refused when its time has come', async () => {
    const at = app.clock.now() + 70_000;
    const early = { id: newId(), at, code: phone.show(at), purpose: 'housing', accepted: true };
    await sync(clerk, early);
    app.clock.advance(70_000);
    expect(await sync(clerk, early)).toEqual({ stored: [early.id], doubleUses: [], otherCode: [] });
    expect(await usesOf(await recordIdOf(early.id))).toEqual([]);
    expect((await scan(early.code, { token: otherClerk })).body.kind).toBe('accepted');
  });
});
