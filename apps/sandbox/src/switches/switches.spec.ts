import { TestSandbox } from '../../test/harness';
import { SYSTEM_NAMES } from './systems';

const LIN = { idNumber: '430422199608155221' };

describe('switches', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });
  const set = (change: object) => sandbox.post('/switches', change);
  const login = () => sandbox.get('/sns/jscode2session');

  it('let everything pass at first', async () => {
    const { body } = await sandbox.get('/switches');
    expect(body.switches).toEqual(SYSTEM_NAMES.map((system) => ({ system, mode: 'normal', delayMs: 0 })));
  });

  it('fail one system with a 500 and leave the others alone', async () => {
    await set({ system: 'population', mode: 'http-error' });
    expect((await sandbox.exchange('population', LIN)).status).toBe(500);
    expect((await sandbox.exchange('property', LIN)).status).toBe(200);
  });

  it('answer busy in the words of each family', async () => {
    await set({ system: 'all', mode: 'business-error' });
    expect((await login()).body).toEqual({ errcode: -1, errmsg: 'system error' });
    expect((await sandbox.exchange('schooling', LIN)).body.code).toBe('SYSTEM_BUSY');
    const sms = (await sandbox.sms({})).body as { Response: { Error: { Code: string } } };
    expect(sms.Response.Error.Code).toBe('InternalError.Timeout');
    await set({ system: 'all' });
    expect((await login()).body.errcode).toBe(41002);
  });

  it('delay an answer', async () => {
    await set({ system: 'wechat-login', delayMs: 80 });
    const start = performance.now();
    expect((await login()).body.errcode).toBe(41002);
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });

  it('keep silent until the caller gives up', async () => {
    await set({ system: 'sms', mode: 'silent' });
    const address = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
    const call = fetch(`${address}/sms/send`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(150),
    });
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
    await sandbox.app.close();
  });

  it('still check signatures while a system is disturbed', async () => {
    await set({ system: 'population', mode: 'business-error' });
    expect((await sandbox.exchange('population', LIN, { 'x-signature': 'no' })).status).toBe(401);
  });

  it.each([
    {},
    { system: 'nothing' },
    { system: 'sms', mode: 'odd' },
    { system: 'sms', delayMs: -1 },
    { system: 'sms', delayMs: 1e9 },
  ])('refuse %j', async (change) => {
    expect((await set(change)).status).toBe(400);
  });
});
