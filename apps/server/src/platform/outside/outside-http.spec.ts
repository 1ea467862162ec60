import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideHttp, type OutsideLimits } from './outside-http';

const LIMITS: OutsideLimits = { timeoutMs: 5_000, retries: 2, breakAfter: 3, breakForMs: 400 };

describe('OutsideHttp', () => {
  let server: Server;
  let url: string;
  let calls = 0;
  let answer: (call: number) => { readonly status: number; readonly body: string } | 'silence';
  beforeAll(async () => {
    server = createServer((_request, response) => {
      calls += 1;
      const said = answer(calls);
      if (said !== 'silence') response.writeHead(said.status).end(said.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/query?secret=x`;
  });
  beforeEach(() => {
    calls = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (http: OutsideHttp, repeatable: boolean) => http.send({ method: 'POST', url, repeatable });
  const fails = () => ({ status: 500, body: '' });

  it('passes on answers, refusals of the other side included', async () => {
    answer = () => ({ status: 404, body: '{"code":"NOT_FOUND"}' });
    expect(await send(new OutsideHttp('spec', LIMITS), true)).toEqual({ ok: true, value: { status: 404, json: { code: 'NOT_FOUND' } } });
    answer = () => ({ status: 200, body: '<html>' });
    expect(await send(new OutsideHttp('spec', LIMITS), true)).toEqual({ ok: true, value: { status: 200, json: undefined } });
  });

  it('tries again what may be repeated, and nothing else', async () => {
    answer = (call) => (call === 1 ? fails() : { status: 200, body: '1' });
    expect(await send(new OutsideHttp('spec', LIMITS), true)).toMatchObject({ ok: true });
    expect(calls).toBe(2);
    calls = 0;
    expect(await send(new OutsideHttp('spec', LIMITS), false)).toMatchObject({ ok: false, refusal: { code: 'outside-system-down' } });
    expect(calls).toBe(1);
  });

  it('does not wait for ever', async () => {
    answer = () => 'silence';
    const started = performance.now();
    expect(await send(new OutsideHttp('spec', { ...LIMITS, timeoutMs: 200 }), false)).toMatchObject({ ok: false });
    expect(performance.now() - started).toBeLessThan(LIMITS.timeoutMs);
  });

  it('leaves a broken system alone for a while and then comes back', async () => {
    const http = new OutsideHttp('spec', LIMITS);
    answer = fails;
    for (let fault = 0; fault < 5; fault += 1) await send(http, false);
    expect(calls).toBe(3);
    answer = () => ({ status: 200, body: '1' });
    await new Promise((resolve) => setTimeout(resolve, LIMITS.breakForMs + 50));
    expect(await send(http, false)).toMatchObject({ ok: true });
  });

  it('refuses as a value when there is nobody at the address', async () => {
    expect(await new OutsideHttp('spec', LIMITS).send({ method: 'GET', url: 'http://127.0.0.1:9/', repeatable: false })).toMatchObject({ ok: false });
  });
});
