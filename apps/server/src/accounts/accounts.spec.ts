import { citizenIdCheck, type Me } from '@yuezheng/shared-types';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { logIn, logInVerified, openSession, peopleWho, personWho, type LoggedIn, type TestPerson } from '../../test/people';
import { Audit } from '../platform/audit/audit';
import { Residents } from './residents';
import { MAX_A_DAY } from './sms-codes';

const MINUTE = 60_000;
const withCheck = (first17: string): string => first17 + citizenIdCheck(first17);

describe('accounts', () => {
  let app: TestApp;
  let exempt: TestPerson[];
  beforeAll(async () => {
    app = await startApp({ sandbox: true });
    exempt = await peopleWho(app, 'exempt');
  });
  afterAll(() => app.close());

  const person = (index: number): TestPerson => exempt[index]!;
  const start = (token: string, who: TestPerson, more: Record<string, unknown> = {}) =>
    app.call<{ verificationId: string; faceVerifyId: string }>('POST', '/auth/real-name', {
      token, body: { documentType: 'citizen-id', name: who.name, idNumber: who.idNumber, ...more },
    });
  const finish = (token: string, verificationId: string) => app.call<Me>('POST', `/auth/real-name/${verificationId}/finish`, { token });
  const face = (verifyId: string, result: string) => app.sandbox.post(`/phone/face/${verifyId}`, { result });

  describe('log-in by WeChat', () => {
    it('opens a session for somebody nobody knows yet', async () => {
      const { token, me } = await logIn(app, person(0));
      expect(me).toEqual({ verified: false, wards: [], unreadMessages: 0 });
      expect((await app.call('GET', '/me', { token })).body).toEqual(me);
    });

    it('refuses a code that is made up or used', async () => {
      expectRefused(await app.call('POST', '/auth/wechat', { body: { code: 'made-up' } }), 'login-code-invalid');
      const { code } = (await app.sandbox.post(`/phone/${person(0).personId}/login-code`)) as { code: string };
      expect((await app.call('POST', '/auth/wechat', { body: { code } })).status).toBe(200);
      expectRefused(await app.call('POST', '/auth/wechat', { body: { code } }), 'login-code-invalid');
    });

    it('ends with log-out', async () => {
      const { token } = await logIn(app, person(0));
      expect((await app.call('POST', '/auth/logout', { token })).body).toEqual({ done: true });
      expectRefused(await app.call('GET', '/me', { token }), 'session-ended');
    });

    it('says so when WeChat does not answer, and works again when it does', async () => {
      await app.sandbox.post('/switches', { system: 'wechat-login', mode: 'http-error' });
      expectRefused(await app.call('POST', '/auth/wechat', { body: { code: 'any-code' } }), 'outside-system-down');
      await app.sandbox.post('/switches', { system: 'wechat-login', mode: 'business-error' });
      expectRefused(await app.call('POST', '/auth/wechat', { body: { code: 'any-code' } }), 'outside-system-down');
      await app.sandbox.post('/switches', { system: 'wechat-login', mode: 'normal' });
      await logIn(app, person(0));
    });
  });

  describe('real name', () => {
    it('goes through the face check and then shows numbers masked', async () => {
      const { token, me } = await logInVerified(app, person(1));
      expect(me).toMatchObject({ verified: true, name: person(1).name, documentType: 'citizen-id' });
      expect(JSON.stringify(me)).not.toContain(person(1).idNumber);
      expect((await app.call<Me>('GET', '/me', { token })).body).toEqual(me);
      expect((await logIn(app, person(1))).me).toEqual(me);
    });

    it('says in which city the person lives, unless the registration does not answer', async () => {
      const [one, another, third] = await peopleWho(app, 'exempt', '440400');
      expect((await logInVerified(app, one!)).livesIn).toEqual({ code: '440400', name: '珠海市' });
      const reads = await app.database.query<{ purpose: string }>(
        `SELECT purpose FROM audit_entries WHERE action = 'resident.home-city-read' AND actor_id = $1`, [await app.get(Residents).holderOf('citizen-id', one!.idNumber)],
      );
      expect(reads).toEqual([{ purpose: '实名认证：所在城市' }]);
      await app.sandbox.post('/switches', { system: 'residence-registration', mode: 'http-error' });
      expect((await logInVerified(app, another!)).livesIn).toBeUndefined();
      await app.sandbox.post('/switches', { system: 'residence-registration', mode: 'silent' });
      const began = performance.now();
      expect((await logInVerified(app, third!)).livesIn).toBeUndefined();
      // One attempt at a silent system takes five seconds, and there are three of them.
      expect(performance.now() - began).toBeLessThan(12_000);
      await app.sandbox.post('/switches', { system: 'residence-registration', mode: 'normal' });
    });

    it('keeps the person encrypted, findable by number, and audited', async () => {
      await logInVerified(app, person(2));
      const residents = app.get(Residents);
      const holderId = await residents.holderOf('citizen-id', person(2).idNumber);
      const profile = await residents.find(holderId!);
      expect(profile).toMatchObject({ name: person(2).name, idNumber: person(2).idNumber, phone: person(2).phone });
      const [row] = await app.database.query<Record<string, unknown>>('SELECT * FROM residents WHERE holder_id = $1', [holderId]);
      expect(JSON.stringify(Object.values(row!).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)))).not.toMatch(person(2).idNumber);
      expect(await app.get(Audit).verify(`resident:${holderId}`)).toMatchObject({ intact: true });
      const entries = await app.database.query<{ action: string }>('SELECT action FROM audit_entries WHERE chain = $1', [`resident:${holderId}`]);
      expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['resident.verified', 'resident.home-city-read', 'resident.wards-read']));
    });

    it('waits for the face check and refuses one that failed', async () => {
      const { token } = await logIn(app, person(3));
      const { body } = await start(token, person(3));
      expectRefused(await finish(token, body.verificationId), 'face-check-pending');
      await face(body.faceVerifyId, 'fail');
      expectRefused(await finish(token, body.verificationId), 'face-check-failed');
    });

    it('refuses another person in front of the camera', async () => {
      const { token } = await logIn(app, person(3));
      const { body } = await start(token, person(4));
      await face(body.faceVerifyId, 'pass');
      expectRefused(await finish(token, body.verificationId), 'face-check-failed');
    });

    it('refuses a wrong check digit, a future birthday and a name that does not belong to the number', async () => {
      const { token } = await logIn(app, person(3));
      expectRefused(await start(token, { ...person(3), idNumber: '430422199608151425' }), 'citizen-id-invalid');
      expectRefused(await start(token, { ...person(3), idNumber: withCheck('11010120990101001') }), 'birthday-in-future');
      expectRefused(await start(token, { ...person(3), name: '张三丰' }), 'real-name-mismatch');
    });

    it('belongs to one WeChat user', async () => {
      await logInVerified(app, person(5));
      const { token } = await logIn(app, person(6));
      expectRefused(await start(token, person(5)), 'real-name-taken');
    });

    it('belongs to one account, whatever its document and log-in, and keeps the phone of its owner', async () => {
      const who = await personWho(app, 'hk-resident', '440300');
      const { token } = await logInVerified(app, who);
      const stranger = await openSession(app);
      const claim = { documentType: 'hk-macao-permit', phone: '13900000000' };
      expectRefused(await start(stranger, who, claim), 'real-name-taken');
      const [twin, late] = [await personWho(app, 'hk-resident', '440600'), await openSession(app)];
      const { body } = await start(late, twin, claim);
      await logInVerified(app, twin);
      expectRefused(await finish(late, body.verificationId), 'real-name-taken');
      const holderId = await app.get(Residents).holderOf('hk-macao-permit', twin.idNumber);
      expect((await app.get(Residents).find(holderId!))?.phone).toBe(twin.phone);
      expect((await app.call<Me>('GET', '/me', { token })).body.verified).toBe(true);
    });

    it('does not turn a verified account into somebody else', async () => {
      const { token } = await logInVerified(app, person(7));
      expectRefused(await start(token, person(8)), 'field-invalid');
      expect((await start(token, person(7))).status).toBe(200);
    });

    it('is nobody else’s to finish, and ends after an hour', async () => {
      const { token } = await logIn(app, person(9));
      const { body } = await start(token, person(9));
      expectRefused(await finish((await logIn(app, person(10))).token, body.verificationId), 'not-found');
      await face(body.faceVerifyId, 'pass');
      await app.moveTime(61 * MINUTE);
      expectRefused(await finish(token, body.verificationId), 'not-found');
    });

    it('sends a browser without WeChat to the mini-program', async () => {
      expectRefused(await start(await openSession(app), person(9)), 'field-invalid');
    });

    it.each([['hk-resident', 'hk-macao-permit'], ['macao-resident', 'hk-macao-permit'], ['taiwan-resident', 'taiwan-permit']])('matches a %s with the register, without a face check', async (archetype, documentType) => {
      const who = await personWho(app, archetype);
      const { token } = await logIn(app, who);
      const { body, status } = await start(token, who, { documentType });
      expect({ status, face: body.faceVerifyId }).toEqual({ status: 200, face: undefined });
      expect((await finish(token, body.verificationId)).body).toMatchObject({ verified: true, documentType });
      expectRefused(await start(token, { ...who, idNumber: 'X1' }, { documentType }), 'field-invalid');
    });

    it('takes the phone number from WeChat’s code, which then logs in by SMS', async () => {
      const who = person(11);
      const { token } = await logIn(app, who);
      const { code } = (await app.sandbox.post(`/phone/${who.personId}/phone-code`)) as { code: string };
      const { body } = await start(token, who, { phoneCode: code });
      await face(body.faceVerifyId, 'pass');
      const { body: me } = await finish(token, body.verificationId);
      await app.call('POST', '/auth/sms-code', { body: { phone: who.phone } });
      const { body: session } = await app.call<LoggedIn>('POST', '/auth/sms', { body: { phone: who.phone, smsCode: await lastCode(app, who) } });
      expect(me).toMatchObject(session.me);
    });

    it('brings the wards of a guardian, later when the register is silent', async () => {
      const [guardian, other] = await peopleWho(app, 'guardian');
      const { me } = await logInVerified(app, guardian!);
      expect(me.wards).toEqual([{ id: expect.any(String), name: expect.any(String), idNumber: expect.stringContaining('*'), relation: expect.stringMatching(/儿子|女儿/) }]);
      const { token } = await logIn(app, other!);
      const { body } = await start(token, other!);
      await face(body.faceVerifyId, 'pass');
      await app.sandbox.post('/switches', { system: 'population', mode: 'http-error' });
      expect((await finish(token, body.verificationId)).body.wards).toEqual([]);
      await app.sandbox.post('/switches', { system: 'population', mode: 'normal' });
      await app.runJobs();
      expect((await app.call<Me>('GET', '/me', { token })).body.wards).toHaveLength(1);
    });
  });

  describe('log-in by SMS', () => {
    const login = (phone: string, smsCode: string) => app.call<LoggedIn>('POST', '/auth/sms', { body: { phone, smsCode } });

    it('takes the code once', async () => {
      const who = person(12);
      expect((await app.call('POST', '/auth/sms-code', { body: { phone: who.phone } })).body).toEqual({ retryAfterSeconds: 60 });
      const code = await lastCode(app, who);
      expect((await login(who.phone, code)).body.me.verified).toBe(false);
      expectRefused(await login(who.phone, code), 'sms-code-invalid');
    });

    it('sends once a minute, and a code lives five minutes and five tries', async () => {
      const who = person(13);
      const send = () => app.call('POST', '/auth/sms-code', { body: { phone: who.phone } });
      await send();
      expectRefused(await send(), 'sms-too-often');
      const right = await lastCode(app, who);
      const wrong = right === '000000' ? '000001' : '000000';
      for (let tries = 0; tries < 5; tries += 1) expectRefused(await login(who.phone, wrong), 'sms-code-invalid');
      expectRefused(await login(who.phone, right), 'sms-code-invalid');
      await app.moveTime(MINUTE);
      expect((await send()).status).toBe(200);
      await app.moveTime(5 * MINUTE);
      expectRefused(await login(who.phone, await lastCode(app, who)), 'sms-code-invalid');
    });

    it('goes to one number ten times a day at most, and the number’s next day is a new one', async () => {
      const who = person(15);
      const send = () => app.call('POST', '/auth/sms-code', { body: { phone: who.phone } });
      const left = 86_400_000 - ((app.clock.now() + 8 * 3_600_000) % 86_400_000);
      await app.moveTime(left);
      await app.sandbox.post('/switches', { system: 'sms', mode: 'http-error' });
      for (let failed = 0; failed < 3; failed += 1) expectRefused(await send(), 'outside-system-down');
      await app.sandbox.post('/switches', { system: 'sms', mode: 'normal' });
      for (let sent = 0; sent < MAX_A_DAY; sent += 1) {
        expect((await send()).status).toBe(200);
        await app.moveTime(MINUTE);
      }
      expect(expectRefused(await send(), 'sms-daily-limit').detail).toMatch(/今天.*明天/);
      expect((await app.call('POST', '/auth/sms', { body: { phone: who.phone, smsCode: await lastCode(app, who) } })).status).toBe(200);
      await app.moveTime(86_400_000);
      expect((await send()).status).toBe(200);
    });

    it('allows another try at once when the message could not be sent', async () => {
      const who = person(14);
      await app.sandbox.post('/switches', { system: 'sms', mode: 'http-error' });
      expectRefused(await app.call('POST', '/auth/sms-code', { body: { phone: who.phone } }), 'outside-system-down');
      await app.sandbox.post('/switches', { system: 'sms', mode: 'normal' });
      expect((await app.call('POST', '/auth/sms-code', { body: { phone: who.phone } })).status).toBe(200);
    });
  });
});

/** The code in the newest SMS on a person's phone. */
async function lastCode(app: TestApp, who: TestPerson): Promise<string> {
  const { messages } = (await app.sandbox.get(`/phone/${who.personId}/messages`)) as { messages: { text?: string }[] };
  const code = messages.map(({ text }) => /(\d{6}) 是您的验证码/.exec(text ?? '')?.[1]).find((found) => found !== undefined);
  if (!code) throw new Error('no code on the phone');
  return code;
}
