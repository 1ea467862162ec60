import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { CHANNEL_ALIVE_MS, ChannelHello, type ChannelMessage, type Result, type Showing } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';

/** Why the server ends a channel. 1000 to 1015: RFC 6455 §7.4.1 and the IANA registry. */
export const CLOSED = { goingAway: 1001, tryLater: 1013, badHello: 4400, noSession: 4401, noPermit: 4404 } as const;
type CloseCode = (typeof CLOSED)[keyof typeof CLOSED];

const HELLO_WITHIN_MS = 5_000;
/** Sooner than promised, so that a message on its way is not taken for silence. */
const TICK_MS = CHANNEL_ALIVE_MS - 1_000;
/** Some hundred messages that a phone did not take: it is gone, or does not want them. */
const MOST_UNSENT_BYTES = 64 * 1024;
const CLOSE_ANSWERED_WITHIN_MS = 1_000;

/** What a channel asks of the server around it. */
export interface ChannelHost {
  callerOf(token: string): Promise<ResidentCaller | undefined>;
  /** The holder of a permit that is the caller's. */
  holderOf(caller: ResidentCaller, permitId: string): Promise<string | undefined>;
  showing(caller: ResidentCaller, hello: ChannelHello): Promise<Result<Showing>>;
  /** Announcements for the holder come to `channel.changed` from now on; false: this account has enough channels. */
  admit(channel: ShowingChannel, holderId: string, accountId: string): boolean;
  failed(error: unknown): void;
}

/** One phone that is told what becomes of its showing. */
export class ShowingChannel {
  private hello: ChannelHello | undefined;
  private last = '';
  private looking = false;
  private lookAgain = false;
  private answered = true;
  private timer: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    private readonly host: ChannelHost,
  ) {
    this.timer = setTimeout(() => this.close(CLOSED.badHello), HELLO_WITHIN_MS).unref();
    socket.on('message', (data, isBinary) => void this.take(data, isBinary));
    socket.on('pong', () => (this.answered = true));
    socket.on('close', () => clearTimeout(this.timer));
  }

  /** Something was announced for the holder: the phone is told how its showing stands. */
  changed(): void {
    void this.tell(false);
  }

  close(code: CloseCode): void {
    clearTimeout(this.timer);
    this.socket.close(code);
    setTimeout(() => this.socket.terminate(), CLOSE_ANSWERED_WITHIN_MS).unref();
  }

  private get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  private async take(data: RawData, isBinary: boolean): Promise<void> {
    if (!this.isOpen) return;
    const hello = isBinary || this.hello ? undefined : helloIn(data);
    if (!hello) return this.close(CLOSED.badHello);
    this.hello = hello;
    clearTimeout(this.timer);
    try {
      await this.begin(hello);
    } catch (error) {
      this.host.failed(error);
      this.close(CLOSED.tryLater);
    }
  }

  private async begin(hello: ChannelHello): Promise<void> {
    const caller = await this.host.callerOf(hello.token);
    if (!caller) return this.close(CLOSED.noSession);
    const holderId = await this.host.holderOf(caller, hello.permitId);
    if (holderId === undefined) return this.close(CLOSED.noPermit);
    if (!this.isOpen) return;
    // Before the first look: a change after the look is announced, one before it is seen.
    if (!this.host.admit(this, holderId, caller.accountId)) return this.close(CLOSED.tryLater);
    await this.tell(false);
    if (this.isOpen) this.timer = setInterval(() => this.tick(), TICK_MS).unref();
  }

  private tick(): void {
    if (!this.answered) return this.socket.terminate();
    this.answered = false;
    this.socket.ping();
    void this.tell(true);
  }

  /** One look at a time; what is announced meanwhile is worth another one. @param byTheWay without news, says only `alive` */
  private async tell(byTheWay: boolean): Promise<void> {
    if (this.looking) {
      this.lookAgain ||= !byTheWay;
      return;
    }
    this.looking = true;
    try {
      await this.look(byTheWay);
      while (this.lookAgain && this.isOpen) {
        this.lookAgain = false;
        await this.look(false);
      }
    } catch (error) {
      this.host.failed(error);
      this.close(CLOSED.tryLater);
    }
    this.looking = false;
  }

  private async look(byTheWay: boolean): Promise<void> {
    if (!this.hello || !this.isOpen) return;
    const caller = await this.host.callerOf(this.hello.token);
    if (!caller) return this.close(CLOSED.noSession);
    const showing = await this.host.showing(caller, this.hello);
    if (!showing.ok) return this.close(CLOSED.noPermit);
    const now = JSON.stringify({ ...showing.value, serverTime: 0 });
    const isOld = byTheWay && now === this.last;
    this.last = now;
    this.send(isOld ? { kind: 'alive' } : { kind: 'showing', showing: showing.value });
  }

  private send(message: ChannelMessage): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MOST_UNSENT_BYTES) return this.socket.terminate();
    this.socket.send(JSON.stringify(message));
  }
}

function helloIn(data: RawData): ChannelHello | undefined {
  try {
    const parsed = z.core.safeParse(ChannelHello, JSON.parse(String(data)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
