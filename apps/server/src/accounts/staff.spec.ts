import { expectRefused, startApp, type TestApp } from '../../test/app';
import { logInStaff } from '../../test/people';
import { DEV_ACCOUNTS } from './dev-accounts';
import { LogInAttempts } from './log-in-attempts';
import { hashPassword, passwordMatches } from './password';

const MINUTE = 60_000;

describe('staff', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ env: { TRUST_PROXY: '1' } });
  });
  afterAll(() => app.close());

  const login = (username: string, password: string, address = '203.0.113.1') =>
    app.call('POST', '/staff/login', { body: { username, password }, headers: { 'x-forwarded-for': address } });
  const right = (username: string): string => DEV_ACCOUNTS.find((account) => account.username === username)!.password;

  it('logs in and sees who they are', async () => {
    const token = await logInStaff(app, 'hejiamin');
    expect((await app.call('GET', '/staff/me', { token })).body).toMatchObject({
      username: 'hejiamin', roles: ['clerk'], cities: ['440100'], counter: { name: '天河区政务服务中心 3 号窗口' },
    });
    await app.call('POST', '/staff/logout', { token });
    expectRefused(await app.call('GET', '/staff/me', { token }), 'session-ended');
  });

  it('is not let in by a resident’s route, nor a resident by theirs', async () => {
    expectRefused(await app.call('GET', '/me', { token: await logInStaff(app, 'admin') }), 'session-ended');
  });

  it('ends a session after twelve hours', async () => {
    const token = await logInStaff(app, 'admin');
    await app.moveTime(12 * 60 * MINUTE);
    expectRefused(await app.call('GET', '/staff/me', { token }), 'session-ended');
  });

  it('answers an unknown name like a wrong password', async () => {
    expectRefused(await login('nobody', 'x'), 'wrong-password');
    expectRefused(await login('admin', 'x'), 'wrong-password');
    await logInStaff(app, 'admin');
  });

  it('locks after five failures for a quarter of an hour, for the right password too', async () => {
    for (let failures = 1; failures < 5; failures += 1) expectRefused(await login('zhouhaitao', 'wrong'), 'wrong-password');
    expectRefused(await login('zhouhaitao', 'wrong'), 'account-locked');
    expectRefused(await login('zhouhaitao', right('zhouhaitao')), 'account-locked');
    await app.moveTime(15 * MINUTE);
    expectRefused(await login('zhouhaitao', 'wrong'), 'wrong-password');
    expect((await login('zhouhaitao', right('zhouhaitao'))).status).toBe(200);
    for (let failures = 1; failures < 5; failures += 1) expectRefused(await login('zhouhaitao', 'wrong'), 'wrong-password');
    expect((await login('zhouhaitao', right('zhouhaitao'))).status).toBe(200);
  });

  it('locks a name that nobody has in the same way, so that names cannot be tried out', async () => {
    for (let failures = 1; failures < 5; failures += 1) expectRefused(await login('wangwu', 'wrong'), 'wrong-password');
    expectRefused(await login('wangwu', 'wrong'), 'account-locked');
    expectRefused(await login('wangwu', 'wrong'), 'account-locked');
    expectRefused(await login('zhaoliu', 'wrong'), 'wrong-password');
    await app.moveTime(15 * MINUTE);
    expectRefused(await login('wangwu', 'wrong'), 'wrong-password');
    const answers = [];
    for (let host = 1; host <= 40; host += 1) answers.push(await login('qianqi', 'wrong', `198.51.100.${host}`));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(29).fill(401), ...Array<number>(11).fill(423)]);
  });

  it('locks out whoever guesses, not the official at another address', async () => {
    const guesser = '198.51.100.7';
    for (let failures = 0; failures < 5; failures += 1) await login('huangshaoming', 'wrong', guesser);
    expectRefused(await login('huangshaoming', right('huangshaoming'), guesser), 'account-locked');
    expect((await login('huangshaoming', right('huangshaoming'))).status).toBe(200);
    expectRefused(await login('huangshaoming', right('huangshaoming'), guesser), 'account-locked');
  });

  it('looks at thirty guesses from many addresses at most, and still lets the official in from where he works', async () => {
    await app.moveTime(15 * MINUTE);
    expect((await login('huangshaoming', right('huangshaoming'))).status).toBe(200);
    const answers = [];
    for (let host = 1; host <= 40; host += 1) answers.push(await login('huangshaoming', 'wrong', `198.51.100.${host}`));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(29);
    const locks = await app.database.query(`SELECT 1 FROM audit_entries WHERE action = 'staff.locked' AND actor_id = (SELECT staff_id::text FROM staff WHERE username = 'huangshaoming')`);
    expect(locks).toHaveLength(2);
    expectRefused(await login('huangshaoming', right('huangshaoming'), '192.0.2.9'), 'account-locked');
    expect((await login('huangshaoming', right('huangshaoming'))).status).toBe(200);
    const places = async (): Promise<number> => (await app.database.query('SELECT 1 FROM staff_addresses')).length;
    const before = await places();
    for (let host = 1; host <= 5; host += 1) expectRefused(await login('huangshaoming', 'wrong', `192.0.2.${host}`), 'account-locked');
    expect(await places()).toBe(before);
    await app.moveTime(15 * MINUTE);
    expect((await login('huangshaoming', right('huangshaoming'), '192.0.2.9')).status).toBe(200);
  });

  it('keeps no address in clear', async () => {
    const rows = await app.database.query<{ address: Buffer }>('SELECT address FROM staff_addresses');
    expect(rows.length).toBeGreaterThan(0);
    for (const { address } of rows) expect([address.length, address.includes('203.0.113')]).toEqual([32, false]);
  });

  it('forgets after a day where nobody got in, and after thirty where somebody did', async () => {
    const attempts = app.get(LogInAttempts);
    const left = (): Promise<{ familiar: boolean }[]> => app.database.query('SELECT DISTINCT logged_in_at IS NOT NULL AS familiar FROM staff_addresses ORDER BY 1');
    await logInStaff(app, 'admin');
    await login('sunba', 'wrong');
    await attempts.forget();
    expect(await left()).toEqual([{ familiar: false }, { familiar: true }]);
    await app.moveTime(25 * 60 * MINUTE);
    await attempts.forget();
    expect(await left()).toEqual([{ familiar: true }]);
    await app.moveTime(30 * 24 * 60 * MINUTE);
    await attempts.forget();
    expect(await left()).toEqual([]);
  });

  it('looks at five passwords at most when many are tried at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => login('liangwanyi', `guess-${index}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(16);
  });
});

describe('password', () => {
  it('matches itself and nothing else', async () => {
    const kept = await hashPassword('密码 1');
    expect(kept).not.toContain('密码');
    expect(await passwordMatches('密码 1', kept)).toBe(true);
    expect(await passwordMatches('密码 2', kept)).toBe(false);
  });
});
