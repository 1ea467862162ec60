import type { IncomingMessage } from 'node:http';
import websocket from '@fastify/websocket';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { SHOWING_CHANNEL, type ChannelHello, type Result, type Showing } from '@yuezheng/shared-types';
import { Config } from '../../config/config';
import { Permits } from '../../permits/permits.service';
import { SessionReader, type ResidentCaller } from '../../platform/auth/caller';
import { networkOf } from '../../platform/http/network-of';
import { sendProblem } from '../../platform/http/problem';
import { withoutValues } from '../../platform/logging/without-values';
import { Showings } from '../showing.service';
import { ShowingAnnouncements } from './announcements';
import { Groups } from './groups';
import { CLOSED, ShowingChannel, type ChannelHost } from './showing-channel';

/** An upgrade that Fastify answers otherwise (an address it cannot read, or while it closes) has nobody who ends its connection. */
const SHAKEN_WITHIN_MS = 2_000;
/** A hello is a token and two ids. */
const MOST_BYTES = 1024;
/** A phone and its browser, each with a connection that broke and is not known to be gone yet, and more. */
const PER_ACCOUNT = 8;

/** All channels of this process: who has one, who hears what, and how many there may be. */
@Injectable()
export class ShowingChannels implements ChannelHost {
  private readonly log = new Logger('showing-channels');
  private readonly open = new Set<ShowingChannel>();
  private readonly byHolder = new Groups<ShowingChannel>();
  private readonly byAccount = new Groups<ShowingChannel>();
  private readonly byNetwork = new Groups<ShowingChannel>();

  constructor(
    private readonly config: Config,
    private readonly announcements: ShowingAnnouncements,
    private readonly sessions: SessionReader,
    private readonly permits: Permits,
    private readonly showings: Showings,
  ) {}

  /** Lets the server speak WebSocket. Before any route is put: only routes that come after it answer an upgrade in order. */
  async prepare(server: FastifyInstance): Promise<void> {
    await server.register(websocket, {
      options: { maxPayload: MOST_BYTES, perMessageDeflate: false },
      // The library has begun to close a connection that broke the protocol; its other side need not agree.
      errorHandler: (_error, socket) => socket.terminate(),
      preClose: (done) => {
        this.closeAll(CLOSED.goingAway);
        done();
      },
    });
    this.endUnshaken(server);
  }

  /** Ends every connection that asked for an upgrade and did not become a channel. */
  private endUnshaken({ server, websocketServer }: FastifyInstance): void {
    const deadlines = new WeakMap<IncomingMessage, NodeJS.Timeout>();
    server.on('upgrade', (request, socket) => deadlines.set(request, setTimeout(() => socket.destroy(), SHAKEN_WITHIN_MS).unref()));
    websocketServer.on('connection', (_socket: WebSocket, request: IncomingMessage) => clearTimeout(deadlines.get(request)));
  }

  /** @param prefix of all paths, such as `/api` */
  addTo(server: FastifyInstance, prefix: string): void {
    server.route({
      method: 'GET',
      url: `${prefix}${SHOWING_CHANNEL}`,
      handler: (request, reply) => sendProblem(reply, { code: 'not-found' }, request.id),
      wsHandler: (socket, request) => this.take(socket, request),
    });
    this.announcements.listen(
      (holderId) => this.byHolder.of(holderId).forEach((channel) => channel.changed()),
      () => this.closeAll(CLOSED.tryLater),
    );
  }

  get count(): number {
    return this.open.size;
  }

  callerOf(token: string): Promise<ResidentCaller | undefined> {
    return this.sessions.resident(token);
  }

  async holderOf(caller: ResidentCaller, permitId: string): Promise<string | undefined> {
    const permit = await this.permits.find(caller, permitId);
    return permit.ok ? permit.value.holderId : undefined;
  }

  showing(caller: ResidentCaller, { permitId, deviceId }: ChannelHello): Promise<Result<Showing>> {
    return this.showings.of(caller, permitId, deviceId);
  }

  admit(channel: ShowingChannel, holderId: string, accountId: string): boolean {
    if (this.byAccount.of(accountId).size >= PER_ACCOUNT) return false;
    this.byAccount.add(accountId, channel);
    this.byHolder.add(holderId, channel);
    return true;
  }

  failed(error: unknown): void {
    this.log.warn({ err: withoutValues(error) }, 'a channel was closed');
  }

  private take(socket: WebSocket, request: FastifyRequest): void {
    const network = networkOf(request.ip);
    const started = performance.now();
    const { SHOWING_CHANNELS, SHOWING_CHANNELS_PER_IP } = this.config.env;
    const channel = new ShowingChannel(socket, this);
    socket.on('close', (code) => {
      this.forget(channel);
      this.log.log({ requestId: request.id, code, ms: Math.round(performance.now() - started) }, 'channel');
    });
    const isFull = this.open.size >= SHOWING_CHANNELS || this.byNetwork.of(network).size >= SHOWING_CHANNELS_PER_IP;
    // Deaf to other servers, a channel would promise what it cannot keep: the phone asks instead.
    if (isFull || !this.announcements.isConnected) return channel.close(CLOSED.tryLater);
    this.open.add(channel);
    this.byNetwork.add(network, channel);
  }

  private forget(channel: ShowingChannel): void {
    this.open.delete(channel);
    for (const groups of [this.byHolder, this.byAccount, this.byNetwork]) groups.delete(channel);
  }

  private closeAll(code: (typeof CLOSED)['goingAway' | 'tryLater']): void {
    for (const channel of this.open) channel.close(code);
  }
}
