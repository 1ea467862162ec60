import { decodeKeySet, openStatusList, SLOT_MS, slotAt, slotStart, statusFromList } from '@yuezheng/live-pass';
import { createNodeContext, nodeInflate } from '@yuezheng/live-pass/node';
import { addDays, type Verdict } from '@yuezheng/shared-types';
import { expectRefused, type Answer, type TestApp } from '../../test/app';
import { openCounter } from '../../test/counter';
import { LivePhone } from '../../test/live-phone';
import { logInStaff, logInVerified, peopleWho, personWho, type LoggedIn } from '../../test/people';
import { holderOf, issuePermit, type Holder } from '../../test/wallet';
import { newId } from '../platform/database/new-id';

let app: TestApp;
let holder: Holder;
let clerk: string;
let otherClerk: string;
let phone: LivePhone;
let guardian: LoggedIn;

const scan = (code: string, more: { token?: string; purpose?: string } = {}): Promise<Answer<Verdict>> =>
  app.call<Verdict>('POST', '/staff/verifications', { token: more.token ?? clerk, body: { code, purpose: more.purpose ?? 'motor-vehicle' } });

const reasonOf = ({ body }: Answer<Verdict>): string => (body.kind === 'refused' ? body.reason : body.kind);

const nextSlot = (): void => app.clock.advance(SLOT_MS);

beforeAll(async () => {
  ({ app, holder, clerk, otherClerk, phone } = await openCounter());
  // Before the server's time leaves that of the registers.
  guardian = await logInVerified(app, await personWho(app, 'guardian', '440100'));
}, 60_000);

afterAll(() => app.close());

beforeEach(nextSlot);

describe('the phone', () => {
  it('gets a credential of at most a day, for a key that it proves to have', async () => {
    const issued = await phone.enrol();
    expect(issued.body.expiresAt - app.clock.now()).toBeLessThanOrEqual(86_400_000);
    expectRefused(await phone.enrol({ proof: Buffer.alloc(64).toString('base64url') }), 'holder-key-invalid');
  });

  it('gets its credential in a crowd larger than the pool of connections', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => phone.enrol()));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
  });

  it('cannot use a challenge twice', async () => {
    await phone.enrol();
    expectRefused(await app.call('POST', '/live-pass/credentials', { token: holder.token, body: phone.lastRequest }), 'holder-key-invalid');
  });

  it('gets one for a permit that the register calls valid for ever', async () => {
    const [, , person] = await peopleWho(app, 'exempt', '440100');
    const forever = new LivePhone(app, await holderOf(app, person!, '9999-12-31'));
    expect((await forever.enrol()).status).toBe(200);
    expect((await scan(forever.show())).body).toMatchObject({ kind: 'accepted', holder: { validUntil: '9999-12-31' } });
  });

  it('cannot get one for somebody else’s permit', async () => {
    const [, stranger] = await peopleWho(app, 'exempt', '440100');
    const other = await holderOf(app, stranger!);
    expectRefused(await app.call('POST', '/live-pass/challenges', { token: other.token, body: { permitId: holder.permitId } }), 'not-found');
    expectRefused(await app.call('GET', `/live-pass/showing/${holder.permitId}?deviceId=${phone.deviceId}`, { token: other.token }), 'not-found');
  });

  it('shows the challenge that the counter sees', async () => {
    const verdict = await scan(phone.show());
    const showing = await app.call<{ active: boolean; scan?: { challenge?: unknown; where: string } }>('GET', `/live-pass/showing/${holder.permitId}?deviceId=${phone.deviceId}`, { token: holder.token });
    expect(showing.body.active).toBe(true);
    expect(verdict.body.kind === 'accepted' && verdict.body.challenge).toEqual(showing.body.scan?.challenge);
    expect(showing.body.scan?.where).toBe('天河区政务服务中心 3 号窗口');
  });
});

describe('the counter', () => {
  it('accepts a code once and says when and where it was used', async () => {
    const code = phone.show();
    const accepted = await scan(code);
    expect(accepted.body).toMatchObject({ kind: 'accepted', assurance: 'online', holder: { name: holder.me.name, idNumber: expect.stringContaining('*') as string } });
    const again = await scan(code, { token: otherClerk });
    expect(again.body).toMatchObject({ kind: 'refused', reason: 'already-used', note: expect.stringMatching(/^\d\d:\d\d:\d\d 已在天河区政务服务中心 3 号窗口核验$/) as string });
  });

  it('shows no more than the purpose needs', async () => {
    const { body } = await scan(phone.show(), { purpose: 'employment-service' });
    if (body.kind !== 'accepted') throw new Error(body.reason);
    expect(Object.keys(body.holder).sort()).toEqual(['birthDate', 'name', 'sex', 'showsPortrait', 'validUntil']);
    expectRefused(await scan(phone.show(), { purpose: 'curiosity' }), 'field-invalid');
  });

  it('accepts exactly one of 200 scans at once', async () => {
    const code = phone.show();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => scan(code, { token: index % 2 ? clerk : otherClerk })));
    const reasons = answers.map(reasonOf);
    expect(reasons.filter((reason) => reason === 'accepted')).toHaveLength(1);
    expect(reasons.filter((reason) => reason === 'already-used')).toHaveLength(199);
  }, 60_000);

  it.each([
    ['nothing', ''], ['NUL', '\u0000'], ['NUL inside', 'YP1:\u0000'], ['emoji', '😀🪪'], ['a lone surrogate', '\ud800'], ['4,096 characters', 'A'.repeat(4096)],
    ['another QR code', 'https://example.com/?a=1'], ['the prefix alone', 'YP1:'], ['a payment code', '134567890123456789'],
  ])('calls %s malformed', async (_name, code) => {
    const answer = await scan(code);
    expect(answer.status).toBe(200);
    expect(reasonOf(answer)).toBe('malformed');
  });

  it('refuses a code that is old or from the future', async () => {
    expect(reasonOf(await scan(phone.show(app.clock.now() - 30_000)))).toBe('too-old');
    expect(reasonOf(await scan(phone.show(app.clock.now() + 30_000)))).toBe('from-the-future');
  });

  it('is for clerks only', async () => {
    expectRefused(await scan(phone.show(), { token: await logInStaff(app, 'chenzhiyuan') }), 'forbidden');
  });

  it('lists its own last scans with masked names', async () => {
    await scan(phone.show());
    app.clock.advance(1);
    await scan('nonsense');
    const { body } = await app.call<{ verifications: { name: string; accepted: boolean; result: string }[] }>('GET', '/staff/verifications', { token: clerk });
    expect(body.verifications[0]).toMatchObject({ name: '—', accepted: false, result: '这不是粤证的亮证码' });
    expect(body.verifications[1]).toMatchObject({ name: expect.stringMatching(/^.\*+$/u) as string, accepted: true });
  });
});

describe('what voids a code', () => {
  it('a screenshot: earlier slots are burned, the next one is good', async () => {
    const shown = phone.show();
    const before = slotStart(slotAt(app.clock.now()) + 1);
    const burned = await app.call('POST', '/live-pass/burns', { token: holder.token, body: { permitId: holder.permitId, deviceId: phone.deviceId, before, cause: 'screenshot' } });
    expect(burned.status).toBe(200);
    expect(reasonOf(await scan(shown))).toBe('burned');
    nextSlot();
    expect(reasonOf(await scan(phone.show()))).toBe('accepted');
  });

  it('a clock that runs ahead burns no codes of the far future', async () => {
    const body = { permitId: holder.permitId, deviceId: phone.deviceId, before: app.clock.now() + 3_600_000, cause: 'recording' };
    await app.call('POST', '/live-pass/burns', { token: holder.token, body });
    app.clock.advance(3 * SLOT_MS);
    expect(reasonOf(await scan(phone.show()))).toBe('accepted');
  });

  it('the end of its credential', async () => {
    const early = phone.show();
    app.clock.advance(86_400_000);
    [clerk, otherClerk] = [await logInStaff(app, 'hejiamin'), await logInStaff(app, 'wujianhui')];
    expect((await app.call('GET', '/staff/verifications', { token: clerk })).body).toEqual({ verifications: [] });
    expect(() => phone.show()).toThrow('credential-expired');
    expect(reasonOf(await scan(early))).toBe('credential-expired');
    expect((await phone.enrol()).status).toBe(200);
  });

  it('another phone that took over', async () => {
    const second = new LivePhone(app, holder);
    expectRefused(await second.enrol(), 'device-replaced');
    expect((await second.enrol({ takeOver: true })).status).toBe(200);
    const refused = await scan(phone.show());
    expect(refused.body).toMatchObject({ reason: 'credential-expired', headline: '证照已改在另一部手机出示' });
    const showing = await app.call<{ active: boolean }>('GET', `/live-pass/showing/${holder.permitId}?deviceId=${phone.deviceId}`, { token: holder.token });
    expect(showing.body.active).toBe(false);
    expect(reasonOf(await scan(second.show()))).toBe('accepted');
    expectRefused(await phone.enrol(), 'device-replaced');
    expect((await phone.enrol({ takeOver: true })).status).toBe(200);
  });

  it('a screenshot, also after the permit went to another phone and came back', async () => {
    const shown = phone.show();
    const before = slotStart(slotAt(app.clock.now()) + 1);
    await app.call('POST', '/live-pass/burns', { token: holder.token, body: { permitId: holder.permitId, deviceId: phone.deviceId, before, cause: 'screenshot' } });
    expect((await new LivePhone(app, holder).enrol({ takeOver: true })).status).toBe(200);
    expect((await phone.enrol({ takeOver: true })).status).toBe(200);
    expect(reasonOf(await scan(shown))).toBe('burned');
  });

  it('a permit that is suspended, and it is in the status list within five seconds', async () => {
    const statusNow = async (): Promise<string> => {
      const keys = await app.call<{ keySet: string }>('GET', '/live-pass/keys');
      const list = await app.call('GET', '/live-pass/status');
      const issuerKeys = decodeKeySet(new Uint8Array(Buffer.from(keys.body.keySet, 'base64url')));
      if (!issuerKeys.ok) throw new Error(issuerKeys.error);
      const opened = openStatusList(new Uint8Array(list.raw), { issuerKeys: issuerKeys.value, ctx: createNodeContext(), inflate: nodeInflate });
      if (!opened.ok) throw new Error(opened.error);
      const [row] = await app.database.query<{ status_index: number }>('SELECT status_index FROM permits WHERE permit_id = $1', [holder.permitId]);
      return statusFromList(opened.value, row!.status_index).status;
    };
    const [{ valid_until: validUntil } = { valid_until: '' }] = await app.database.query<{ valid_until: string }>('SELECT valid_until::text FROM permits WHERE permit_id = $1', [holder.permitId]);
    const endOn = (day: string): Promise<unknown> => app.database.query('UPDATE permits SET valid_until = $2 WHERE permit_id = $1', [holder.permitId, day]);
    expect(await statusNow()).toBe('valid');
    await endOn(addDays(app.clock.today(), -1));
    app.clock.advance(5_000);
    expect(await statusNow()).toBe('suspended');
    const lastCode = phone.show();
    expect((await scan(lastCode)).body).toMatchObject({
      reason: 'suspended', headline: '此证使用功能已中止', note: `有效期至 ${addDays(app.clock.today(), -1)}，过期未签注`,
    });
    expectRefused(await phone.enrol(), 'permit-not-valid');
    await app.database.query(`UPDATE permits SET status = 'cancelled' WHERE permit_id = $1`, [holder.permitId]);
    nextSlot();
    expect(reasonOf(await scan(phone.show()))).toBe('cancelled');
    // A day later the credential has ended as well; what the clerk learns is still what became of the permit.
    app.clock.advance(86_400_000);
    [clerk, otherClerk] = [await logInStaff(app, 'hejiamin'), await logInStaff(app, 'wujianhui')];
    expect(reasonOf(await scan(lastCode))).toBe('cancelled');
    await app.database.query(`UPDATE permits SET status = 'valid' WHERE permit_id = $1`, [holder.permitId]);
    expect((await scan(lastCode)).body).toMatchObject({
      reason: 'suspended', note: `有效期至 ${addDays(app.clock.today(), -2)}，过期未签注`, steps: expect.arrayContaining([expect.stringContaining('去签注')]) as string[],
    });
    await endOn(validUntil);
    expect((await phone.enrol()).status).toBe(200);
  });
});

describe('a counter without network', () => {
  const sync = (token: string, uses: readonly object[]) =>
    app.call<{ stored: string[]; doubleUses: { id: string; where: string }[]; otherCode: string[] }>('POST', '/staff/verifications/offline', { token, body: { uses } });
  const recordsOf = (useId: string) =>
    app.database.query<{ accepted: boolean; offline: boolean; double_use_of: string | null }>(
      'SELECT v.accepted, v.offline, v.double_use_of FROM offline_uses u JOIN verifications v USING (verification_id) WHERE u.use_id = $1', [useId],
    );
  const use = (code: string, more: object = {}) => ({ id: newId(), at: app.clock.now(), code, purpose: 'housing', accepted: true, ...more });

  it('hands in its uses later; sending them twice changes nothing', async () => {
    const offline = use(phone.show());
    app.clock.advance(3_600_000);
    expect((await sync(clerk, [offline])).body).toEqual({ stored: [offline.id], doubleUses: [], otherCode: [] });
    expect((await sync(clerk, [offline])).body).toEqual({ stored: [offline.id], doubleUses: [], otherCode: [] });
    const rows = await recordsOf(offline.id);
    expect(rows).toMatchObject([{ accepted: true, offline: true }]);
  });

  it('learns that a code was used elsewhere too', async () => {
    const code = phone.show();
    expect(reasonOf(await scan(code, { token: otherClerk }))).toBe('accepted');
    const offline = use(code);
    const answer = await sync(clerk, [offline, use('nonsense', { accepted: false, reason: 'malformed' })]);
    expect(answer.body.doubleUses).toEqual([{ id: offline.id, where: '番禺区政务服务中心 1 号窗口', at: expect.any(String) as string }]);
    expect((await recordsOf(offline.id))[0]?.double_use_of).not.toBeNull();
    const recent = await app.call<{ verifications: { usedTwice?: true; result: string }[] }>('GET', '/staff/verifications', { token: otherClerk });
    expect(recent.body.verifications[0]).toMatchObject({ usedTwice: true, result: '核验通过，但同一个码又在别处用过' });
    const inbox = await app.call<{ messages: { title: string; text: string }[] }>('GET', '/messages', { token: holder.token });
    expect(inbox.body.messages[0]).toMatchObject({ title: '同一个亮证码在两处使用过', text: expect.stringContaining('番禺区政务服务中心 1 号窗口') as string });
    const { body } = await app.call<{ verifications: { at: string; result: string; offline: boolean }[] }>('GET', `/permits/${holder.permitId}/verifications`, { token: holder.token });
    expect(body.verifications).toContainEqual(expect.objectContaining({ at: new Date(offline.at).toISOString(), offline: true, result: '核验通过，但同一个码又在别处用过' }));
  });

  it('that learns so of a ward’s code has the guardian told, once', async () => {
    const permitId = await issuePermit(app, guardian.me.wards[0]!.id);
    expect((await app.call('POST', `/permits/${permitId}/link`, { token: guardian.token, body: { via: 'wallet' } })).status).toBe(200);
    const theirs = new LivePhone(app, { token: guardian.token, permitId });
    expect((await theirs.enrol()).status).toBe(200);
    const code = theirs.show();
    expect(reasonOf(await scan(code, { token: otherClerk }))).toBe('accepted');
    const offline = use(code);
    for (let time = 0; time < 2; time += 1) expect((await sync(clerk, [offline])).body.doubleUses).toHaveLength(1);
    const { body } = await app.call<{ messages: { title: string; text: string }[] }>('GET', '/messages', { token: guardian.token });
    const { name } = guardian.me.wards[0]!;
    expect(body.messages.filter(({ title }) => title.includes('在两处使用过'))).toEqual([
      expect.objectContaining({ title: `${name}：同一个亮证码在两处使用过`, text: expect.stringContaining(`${name}的同一个亮证码两次通过核验。其中一次不是您家出示的`) as string }),
    ]);
  });

  it('cannot call a forged or stale code accepted', async () => {
    const [forged, stale] = [use(`${phone.show().slice(0, -3)}000`), use(phone.show(app.clock.now() - 600_000))];
    await sync(clerk, [forged, stale]);
    const rows = [...(await recordsOf(forged.id)), ...(await recordsOf(stale.id))];
    expect(rows).toMatchObject([{ accepted: false }, { accepted: false }]);
  });

  it('cannot hide a code behind the id of another, be it sent without network or online', async () => {
    const first = use(phone.show());
    nextSlot();
    const hidden = use(phone.show(), { id: first.id });
    expect((await sync(clerk, [first, hidden])).body).toEqual({ stored: [first.id], doubleUses: [], otherCode: [first.id] });
    expect((await sync(clerk, [hidden])).body.otherCode).toEqual([first.id]);
    expect(await recordsOf(first.id)).toHaveLength(1);
    const online = await scan(hidden.code);
    expect(online.body.kind).toBe('accepted');
    const again = use(hidden.code, { id: online.body.verificationId });
    expect((await sync(otherClerk, [again])).body.doubleUses).toMatchObject([{ id: again.id, where: '天河区政务服务中心 3 号窗口' }]);
  });

  it('names its uses for itself: the same id at another counter is another use', async () => {
    const first = use(phone.show());
    nextSlot();
    const other = use(phone.show(), { id: first.id });
    expect((await sync(clerk, [first])).body.stored).toEqual([first.id]);
    expect((await sync(otherClerk, [other])).body).toEqual({ stored: [first.id], doubleUses: [], otherCode: [] });
    expect(await recordsOf(first.id)).toHaveLength(2);
  });
});

it('keeps every scan in the holder’s history', async () => {
  await scan(phone.show());
  const { body } = await app.call<{ verifications: { where: string; purpose: string; accepted: boolean; result: string }[] }>('GET', `/permits/${holder.permitId}/verifications`, { token: holder.token });
  expect(body.verifications[0]).toMatchObject({ where: '天河区政务服务中心 3 号窗口', purpose: '机动车业务', accepted: true, result: '核验通过' });
  expect(body.verifications.some(({ accepted, result }) => !accepted && result === '此码因截屏或录屏已作废')).toBe(true);
  const wallet = await app.call<{ lastVerification?: { where: string } }>('GET', '/permits', { token: holder.token });
  expect(wallet.body.lastVerification?.where).toBe('天河区政务服务中心 3 号窗口');
});
