import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import WebSocket from 'ws';
import { SLOT_MS } from '@yuezheng/live-pass';
import { SHOWING_CHANNEL, type ChannelMessage, type Showing, type Verdict } from '@yuezheng/shared-types';
import { startApp, type Answer, type TestApp } from '../../../test/app';
import { openCounter, type Counter } from '../../../test/counter';
import { LivePhone } from '../../../test/live-phone';
import { createApp } from '../../create-app';
import { newId } from '../../platform/database/new-id';
import { ShowingAnnouncements } from './announcements';
import { ShowingChannels } from './showing-channels';

const urlOf = (app: NestFastifyApplication): string => `ws://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api${SHOWING_CHANNEL}`;

/** A phone's end of a channel: what came, and how it ended. */
class Line {
  readonly messages: ChannelMessage[] = [];
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => void this.messages.push(JSON.parse(data.toString()) as ChannelMessage));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
  }

  static async open(app: NestFastifyApplication, first?: unknown): Promise<Line> {
    const line = new Line(new WebSocket(urlOf(app)));
    await once(line.socket, 'open');
    if (first !== undefined) line.socket.send(typeof first === 'string' || Buffer.isBuffer(first) ? first : JSON.stringify(first));
    return line;
  }

  /** The showing that came as the `count`th; a round of the server, which says the same again, takes longer than this waits. */
  async showing(count: number): Promise<Showing> {
    for (;;) {
      const found = this.messages.filter((message) => message.kind === 'showing')[count - 1];
      if (found) return found.showing;
      if (this.socket.readyState !== WebSocket.OPEN) throw new Error(`closed before showing ${count}`);
      await once(this.socket, 'message', { signal: AbortSignal.timeout(5_000) });
    }
  }
}

const until = async (isTrue: () => boolean): Promise<void> => {
  for (const end = Date.now() + 5_000; !isTrue(); ) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

let counter: Counter;
let app: TestApp;
let other: NestFastifyApplication;
let hello: { token: string; permitId: string; deviceId: string };

const scan = (code = counter.phone.show()): Promise<Answer<Verdict>> =>
  app.call<Verdict>('POST', '/staff/verifications', { token: counter.clerk, body: { code, purpose: 'housing' } });

beforeAll(async () => {
  counter = await openCounter();
  ({ app } = counter);
  other = await createApp(app.config, app.clock);
  await Promise.all([app.app.listen(0, '127.0.0.1'), other.listen(0, '127.0.0.1')]);
  await until(() => app.get(ShowingAnnouncements).isConnected && other.get(ShowingAnnouncements).isConnected);
  hello = { token: counter.holder.token, permitId: counter.holder.permitId, deviceId: counter.phone.deviceId };
}, 60_000);
afterAll(async () => {
  await other.close();
  await app.close();
});
beforeEach(() => app.clock.advance(SLOT_MS));

describe('a channel', () => {
  it('tells at once how the showing stands, and a scan without waiting for the next round, at this server and at another', async () => {
    const lines = await Promise.all([app.app, other].map((server) => Line.open(server, hello)));
    for (const line of lines) expect(await line.showing(1)).toMatchObject({ active: true, serverTime: app.clock.now() });
    const verdict = await scan();
    for (const line of lines) {
      const { scan: seen } = await line.showing(2);
      expect(seen).toMatchObject({ id: verdict.body.verificationId, accepted: true, where: '天河区政务服务中心 3 号窗口' });
      expect(seen?.challenge).toEqual(verdict.body.kind === 'accepted' && verdict.body.challenge);
      line.socket.close();
    }
  });

  it('tells a refusal, a burn, and that another phone took over', async () => {
    const line = await Line.open(other, hello);
    await line.showing(1);
    const code = counter.phone.show();
    await scan(code);
    await line.showing(2);
    app.clock.advance(1);
    await scan(code);
    expect((await line.showing(3)).scan).toMatchObject({ accepted: false });
    await app.call('POST', '/live-pass/burns', { token: hello.token, body: { permitId: hello.permitId, deviceId: hello.deviceId, before: app.clock.now(), cause: 'screenshot' } });
    await line.showing(4);
    const second = new LivePhone(app, counter.holder);
    expect((await second.enrol({ takeOver: true })).status).toBe(200);
    expect(await line.showing(5)).toMatchObject({ active: false });
    const { body } = await app.call<{ messages: { title: string; text: string }[] }>('GET', '/messages', { token: hello.token });
    expect(body.messages[0]).toMatchObject({ title: '电子居住证已改在新的手机出示', text: expect.stringContaining('如果不是您本人操作') as string });
    expect((await counter.phone.enrol({ takeOver: true })).status).toBe(200);
    expect(await line.showing(6)).toMatchObject({ active: true });
    line.socket.close();
  });

  it.each([
    ['no JSON', '{'], ['null', 'null'], ['nothing', ''], ['another shape', { kind: 'hello' }], ['bytes', Buffer.from([0, 255])], ['a token that is too long', { token: 'x'.repeat(300), permitId: newId(), deviceId: newId() }],
  ])('ends when it begins with %s', async (_name, first) => {
    expect(await (await Line.open(app.app, first)).closed).toBe(4400);
  });

  it('ends for a message that is too long, and for a second one', async () => {
    expect([1006, 1009]).toContain(await (await Line.open(app.app, 'x'.repeat(2_000))).closed);
    const line = await Line.open(app.app, hello);
    await line.showing(1);
    line.socket.send(JSON.stringify(hello));
    expect(await line.closed).toBe(4400);
  });

  it('is for the session’s own permit only', async () => {
    expect(await (await Line.open(app.app, { ...hello, token: 'a'.repeat(43) })).closed).toBe(4401);
    expect(await (await Line.open(app.app, { ...hello, permitId: newId() })).closed).toBe(4404);
  });

  it('tells no more once its session has ended', async () => {
    await app.database.query(`INSERT INTO resident_sessions (token_hash, account_id, expires_at)
      SELECT sha256('spec-session'::bytea), account_id, expires_at FROM resident_sessions s JOIN accounts a USING (account_id) WHERE a.resident_id = $1 LIMIT 1`, [counter.holder.holderId]);
    const line = await Line.open(app.app, { ...hello, token: 'spec-session' });
    await line.showing(1);
    await app.database.query(`DELETE FROM resident_sessions WHERE token_hash = sha256('spec-session'::bytea)`);
    await scan();
    expect(await line.closed).toBe(4401);
    expect(line.messages).toHaveLength(1);
  });

  it('is refused beyond what one account may have, and given again when one ends', async () => {
    const lines = await Promise.all(Array.from({ length: 8 }, () => Line.open(app.app, hello)));
    await Promise.all(lines.map((line) => line.showing(1)));
    expect(await (await Line.open(app.app, hello)).closed).toBe(1013);
    lines[0]!.socket.close();
    await until(() => app.get(ShowingChannels).count === 7);
    const again = await Line.open(app.app, hello);
    await again.showing(1);
    for (const line of [...lines, again]) line.socket.terminate();
    await until(() => app.get(ShowingChannels).count === 0);
  });

  it('ends when other servers can no longer be heard, and is to be had again soon', async () => {
    const line = await Line.open(other, hello);
    await line.showing(1);
    await app.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yuezheng-showings' AND datname = current_database()`);
    expect(await line.closed).toBe(1013);
    await until(() => other.get(ShowingAnnouncements).isConnected && app.get(ShowingAnnouncements).isConnected);
    const again = await Line.open(other, hello);
    await again.showing(1);
    await scan();
    expect((await again.showing(2)).scan).toMatchObject({ accepted: true });
    again.socket.close();
  });
});

describe('the address of the channel', () => {
  it('is not found by a plain request', async () => {
    expect((await app.call('GET', SHOWING_CHANNEL)).status).toBe(404);
  });

  it('leaves no connection behind of an upgrade that it cannot even read', async () => {
    for (const path of ['/%zz', 'http://[bad']) {
      const socket = connect((app.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`);
      socket.resume().on('error', () => undefined);
      await once(socket, 'close', { signal: AbortSignal.timeout(8_000) });
    }
  });

  it('is the only one that takes an upgrade', async () => {
    for (const path of ['/api/config', '/api/nothing', '/', '/api/me']) {
      const socket = connect((app.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`);
      socket.resume().on('error', () => undefined);
      setTimeout(() => socket.end(), 200);
      await once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
    }
    expect((await app.call('GET', '/config')).status).toBe(200);
  });
});

it.each(['SHOWING_CHANNELS', 'SHOWING_CHANNELS_PER_IP'])('a server has no more channels than %s allows; when it ends it closes them, and waits for no phone that is silent', async (limit) => {
  const closing = await startApp({ env: { [limit]: '2' } });
  await closing.app.listen(0, '127.0.0.1');
  await until(() => closing.get(ShowingAnnouncements).isConnected);
  const [line, silent] = [await Line.open(closing.app), await Line.open(closing.app)];
  expect(await (await Line.open(closing.app)).closed).toBe(1013);
  silent.socket.pause();
  const started = performance.now();
  await closing.close();
  expect(await line.closed).toBe(1001);
  expect(performance.now() - started).toBeLessThan(10_000);
  silent.socket.terminate();
});

it('an address that asks too often gets no channel', async () => {
  const strict = await startApp({ env: { RATE_LIMIT_PER_IP: '1' } });
  await strict.app.listen(0, '127.0.0.1');
  (await Line.open(strict.app)).socket.terminate();
  const refused = new WebSocket(urlOf(strict.app));
  refused.on('error', () => undefined);
  const [, response] = (await once(refused, 'unexpected-response')) as [unknown, IncomingMessage];
  expect(response.statusCode).toBe(429);
  response.destroy();
  await strict.close();
});
