import { expectRefused, startApp, type Answer, type TestApp } from '../../test/app';
import { Audit } from '../platform/audit/audit';
import { StaffRegister } from './staff-register';

describe('StaffRegister', () => {
  const account = { username: 'ouyang', password: 'first-Password-1', name: '欧阳静', office: '中山市公安局', roles: ['reviewer'], cities: ['442000'] } as const;
  let app: TestApp;
  let register: StaffRegister;
  beforeAll(async () => {
    app = await startApp();
    register = app.get(StaffRegister);
    await register.open(account);
  });
  afterAll(() => app.close());

  const login = (password: string): Promise<Answer<{ token: string; staff: { id: string } }>> =>
    app.call('POST', '/staff/login', { body: { username: 'ouyang', password } });

  it('opens an account once, on the record', async () => {
    expect(await register.open({ ...account, password: 'another', name: '别人' })).toBe(false);
    const { body } = await login(account.password);
    expect(body).toMatchObject({ staff: { name: '欧阳静', roles: ['reviewer'], cities: ['442000'] } });
    expect(await app.get(Audit).verify(`staff:${body.staff.id}`)).toMatchObject({ intact: true });
  });

  it('gives a new password, which ends the sessions and lifts a lock', async () => {
    const { token } = (await login(account.password)).body;
    for (let failures = 1; failures <= 5; failures += 1) await login('wrong');
    expectRefused(await login(account.password), 'account-locked');
    expect(await register.replacePassword('ouyang', 'second-Password-2')).toBe(true);
    expectRefused(await app.call('GET', '/staff/me', { token }), 'session-ended');
    expectRefused(await login(account.password), 'wrong-password');
    expect((await login('second-Password-2')).status).toBe(200);
    expect(await register.replacePassword('nobody', 'x')).toBe(false);
  });
});
