import { expectRefused, startApp, type TestApp } from '../../../test/app';

describe('endpoint', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const login = (body: unknown, headers: Record<string, string> = {}) => app.call('POST', '/staff/login', { body, headers });

  it('answers a public route by its contract', async () => {
    const answer = await app.call('GET', '/config');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ now: app.clock.now(), sandboxUrl: '/sandbox' });
  });

  it.each([
    ['broken JSON', '{"username":'],
    ['no object', '[]'],
    ['a bare string', '"x"'],
    ['null', 'null'],
    ['a poisoned prototype', '{"__proto__":{"x":1},"username":"a","password":"b"}'],
    ['endless nesting', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['deep nesting in a property', `{"username":${'['.repeat(5_000)}${']'.repeat(5_000)},"password":"b"}`],
    ['the wrong type', '{"username":1,"password":"b"}'],
    ['an empty name', '{"username":"  ","password":"b"}'],
    ['NUL', '{"username":"a\\u0000b","password":"b"}'],
    ['a lone surrogate', '{"username":"a\\ud800","password":"b"}'],
    ['an empty body', ''],
  ])('refuses %s as invalid-request', async (_, body) => {
    expectRefused(await login(body), 'invalid-request');
  });

  it('names the fields at fault', async () => {
    const problem = expectRefused(await login({ username: '', password: '' }), 'invalid-request');
    expect(problem.fields?.map(({ path }) => path)).toEqual(['username', 'password']);
    expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses a body that is too large, another media type, and what no route serves', async () => {
    expectRefused(await login({ username: 'a', password: 'x'.repeat(1_100_000) }), 'body-too-large');
    expectRefused(await login('username=a', { 'content-type': 'text/csv' }), 'invalid-request');
    expectRefused(await app.call('GET', '/nothing-here'), 'not-found');
    expectRefused(await app.call('DELETE', '/config'), 'not-found');
    expectRefused(await app.call('GET', '/%zz'), 'invalid-request');
    expectRefused(await app.call('GET', `/${'a'.repeat(5_000)}`), 'not-found');
  });

  it('asks for a session', async () => {
    expectRefused(await app.call('GET', '/me'), 'not-logged-in');
    expectRefused(await app.call('GET', '/me', { token: 'a'.repeat(43) }), 'session-ended');
    expectRefused(await app.call('GET', '/me', { headers: { authorization: 'Basic YTpi' } }), 'session-ended');
    expectRefused(await app.call('GET', '/staff/me'), 'not-logged-in');
  });

  it('sends security headers and a request id with every answer', async () => {
    const { headers } = await app.call('GET', '/config');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});
