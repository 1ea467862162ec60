import { expectRefused, startApp, type TestApp } from '../../test/app';
import { logInStaff } from '../../test/people';
import { DEV_ACCOUNTS } from './dev-accounts';
import { hashPassword, passwordMatches } from './password';

const MINUTE = 60_000;

describe('staff', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const login = (username: string, password: string) => app.call('POST', '/staff/login', { body: { username, password } });
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
    await logInStaff(app, 'zhouhaitao');
    for (let failures = 1; failures < 5; failures += 1) expectRefused(await login('zhouhaitao', 'wrong'), 'wrong-password');
    await logInStaff(app, 'zhouhaitao');
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
