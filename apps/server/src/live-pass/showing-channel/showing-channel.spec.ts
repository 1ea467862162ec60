import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { CHANNEL_ALIVE_MS, ok, refuse, type ChannelMessage, type Result, type Showing } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';
import { newId } from '../../platform/database/new-id';
import { ShowingChannel, type ChannelHost } from './showing-channel';

/** The server's end of a connection, without a network. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  pings = 0;
  terminated = false;
  readonly sent: ChannelMessage[] = [];
  readonly codes: number[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text) as ChannelMessage);
  }
  ping(): void {
    this.pings += 1;
  }
  close(code: number): void {
    if (this.readyState === this.OPEN) this.codes.push(code);
    this.readyState = 2;
  }
  terminate(): void {
    this.readyState = 3;
    this.terminated = true;
    this.emit('close');
  }
}

const caller: ResidentCaller = { kind: 'resident', accountId: 'a', residentId: 'h', session: 's' };
const hello = JSON.stringify({ token: 'x'.repeat(43), permitId: newId(), deviceId: newId() });

let socket: FakeSocket;
let showing: Result<Showing>;
let looks: number;
let host: { -readonly [K in keyof ChannelHost]: ChannelHost[K] };
let channel: ShowingChannel;

beforeEach(() => {
  jest.useFakeTimers();
  socket = new FakeSocket();
  showing = ok({ serverTime: 1, active: true, inForce: true });
  looks = 0;
  host = {
    callerOf: () => Promise.resolve(caller),
    holderOf: () => Promise.resolve('h'),
    showing: () => {
      looks += 1;
      return Promise.resolve(showing);
    },
    admit: () => true,
    failed: jest.fn(),
  };
  channel = new ShowingChannel(socket as unknown as WebSocket, host);
});
afterEach(() => jest.useRealTimers());

const settled = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);
const begin = async (): Promise<void> => {
  socket.emit('message', Buffer.from(hello), false);
  await settled();
};
const nextTick = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(CHANNEL_ALIVE_MS - 1_000);
};
const kinds = (): string[] => socket.sent.map(({ kind }) => kind);

it('ends when nothing is said for five seconds', async () => {
  await jest.advanceTimersByTimeAsync(4_999);
  expect(socket.codes).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(socket.codes).toEqual([4400]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(socket.terminated).toBe(true);
});

it('says alive while nothing is new, and what is new though nobody announced it', async () => {
  await begin();
  await nextTick();
  socket.emit('pong');
  showing = ok({ serverTime: 2, active: false, inForce: true });
  await nextTick();
  expect(kinds()).toEqual(['showing', 'alive', 'showing']);
  expect(socket.sent.at(-1)).toEqual({ kind: 'showing', showing: { serverTime: 2, active: false, inForce: true } });
});

it('is given up when the phone does not answer', async () => {
  await begin();
  await nextTick();
  expect([socket.pings, socket.terminated]).toEqual([1, false]);
  await nextTick();
  expect(socket.terminated).toBe(true);
});

it('is given up when the phone does not take what is sent', async () => {
  await begin();
  socket.bufferedAmount = 1_000_000;
  channel.changed();
  await settled();
  expect([socket.terminated, socket.sent.length]).toEqual([true, 1]);
});

it('looks once more for any number of changes during a look', async () => {
  await begin();
  for (let change = 0; change < 100; change += 1) channel.changed();
  await settled();
  expect(looks).toBe(3);
  expect(kinds()).toEqual(['showing', 'showing', 'showing']);
});

it('ends at the next sign of life when the session is over', async () => {
  await begin();
  host.callerOf = () => Promise.resolve(undefined);
  await nextTick();
  expect([socket.codes, socket.sent.length]).toEqual([[4401], 1]);
});

it('ends when the permit is no longer the caller’s', async () => {
  await begin();
  showing = refuse('not-found');
  channel.changed();
  await settled();
  expect(socket.codes).toEqual([4404]);
});

it.each(['callerOf', 'holderOf', 'showing'] as const)('asks to try later when the database fails at %s', async (step) => {
  Object.assign(host, { [step]: () => Promise.reject(new Error('connection lost')) });
  await begin();
  expect(socket.codes).toEqual([1013]);
  expect(host.failed).toHaveBeenCalledTimes(1);
});

it('does nothing more for a phone that left during its hello', async () => {
  host.callerOf = () => {
    socket.terminate();
    return Promise.resolve(caller);
  };
  host.admit = jest.fn(() => true);
  await begin();
  await nextTick();
  expect(host.admit).not.toHaveBeenCalled();
  expect([looks, socket.sent]).toEqual([0, []]);
});
