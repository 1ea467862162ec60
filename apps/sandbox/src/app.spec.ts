import fc from 'fast-check';
import { TestSandbox } from '../test/harness';
import { readConfig } from './config';

const POSTS = [
  '/cgi-bin/stable_token',
  '/wxa/business/getuserphonenumber',
  '/cgi-bin/message/template/send',
  '/cgi-bin/message/subscribe/send',
  '/cgi-bin/user/info/batchget',
  '/cityservice/face/identify/getverifyid',
  '/cityservice/face/identify/queryverifyinfo',
  '/sms/send',
  '/exchange/population/query',
  '/phone/lin-xiaolan/subscriptions',
  '/phone/face/x',
  '/clock',
  '/switches',
];

describe('the sandbox', () => {
  const sandbox = new TestSandbox();

  it('never answers bad input with a 5xx', async () => {
    const token = await sandbox.token();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...POSTS), fc.oneof(fc.json(), fc.string()), async (path, body) => {
        const { status } = await sandbox.post(`${path}?access_token=${token}`, body);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a body that is too large', async () => {
    expect((await sandbox.post('/clock', 'x'.repeat(1_100_000))).status).toBe(413);
  });

  it('lists people as data', async () => {
    const { body } = await sandbox.get('/population?archetype=student&city=440400&limit=3');
    expect(body).toHaveLength(3);
    expect(body).toMatchObject([
      { city: '珠海市', archetype: 'student', phoneUrl: expect.stringMatching(/^phones\//) as string },
      {},
      {},
    ]);
    expect((await sandbox.get('/population?archetype=nonsense')).status).toBe(400);
    expect((await sandbox.get('/population?text=constructor')).body).toEqual([]);
    expect((await sandbox.get('/population?limit=abc')).body).toHaveLength(100);
  });

  it('knows a phone by person, openid or log-in code', async () => {
    const { openid } = await sandbox.session('lin-xiaolan');
    const { body } = await sandbox.post('/phone/lin-xiaolan/login-code', {});
    for (const key of ['lin-xiaolan', openid, String(body.code)]) {
      expect((await sandbox.get(`/phone/${key}`)).body.personId).toBe('lin-xiaolan');
    }
  });
});

describe('the configuration', () => {
  it('has working defaults', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 0,
      appUrl: undefined,
      stateFile: undefined,
      referenceDay: undefined,
    });
  });

  it('is read from the environment', () => {
    expect(
      readConfig({
        SANDBOX_PORT: '8123',
        SANDBOX_APP_URL: 'https://a.test/',
        SANDBOX_REFERENCE_DAY: '2026-01-31',
      }),
    ).toMatchObject({
      port: 8_123,
      appUrl: 'https://a.test',
      referenceDay: '2026-01-31',
    });
  });

  it('names each variable that cannot be used', () => {
    const config = readConfig({
      SANDBOX_PORT: 'x',
      SANDBOX_APP_URL: 'ftp://a',
      SANDBOX_REFERENCE_DAY: '2026-02-30',
    });
    expect('bad' in config && config.bad.map(({ name }) => name)).toEqual([
      'SANDBOX_PORT',
      'SANDBOX_APP_URL',
      'SANDBOX_REFERENCE_DAY',
    ]);
  });
});
