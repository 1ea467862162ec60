import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/config';
import { newId } from '../../platform/database/new-id';
import { Database } from '../../platform/database/database';
import { withoutValues } from '../../platform/logging/without-values';
import { Listening } from './listening';

/** Told to PostgreSQL together so soon: NOTIFY takes a lock that all share, so one for each scan would stand in a queue. */
const TOGETHER_MS = 20;
/** A payload has less than 8,000 bytes; an id and its space take 37. */
const MOST_IDS = 200;
const CHANNEL = 'live_pass_showings';
const NOTIFY = { name: 'showings-notify', text: `SELECT pg_notify('${CHANNEL}', payload) FROM unnest($1::text[]) payload` };

type Listener = (holderId: string) => void;

/**
 * Tells every server that something changed for a holder whose phone may be showing a permit. An announcement only says
 * that it is worth looking: what is true stands in the database, and a channel looks by itself every few seconds.
 */
@Injectable()
export class ShowingAnnouncements implements BeforeApplicationShutdown {
  private readonly log = new Logger('showing-announcements');
  private readonly self = newId();
  private readonly listeners = new Set<Listener>();
  private readonly listening: Listening;
  private waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    config: Config,
    private readonly database: Database,
  ) {
    this.listening = new Listening(config.env.DATABASE_URL, CHANNEL, (payload) => this.take(payload));
  }

  /** Whether what other servers announce arrives here. */
  get isConnected(): boolean {
    return this.listening.isConnected;
  }

  /** To be called after the commit of what changed, never within: this process hears it at once, others within 25 ms. */
  announce(holderId: string): void {
    this.tell(holderId);
    this.waiting.add(holderId);
    this.timer ??= setTimeout(() => void this.send(), TOGETHER_MS).unref();
  }

  /**
   * Listens for announcements of all servers from now on.
   * @param onLost the connection over which other servers are heard is gone; it is made again by itself
   */
  listen(listener: Listener, onLost: () => void): void {
    this.listeners.add(listener);
    this.listening.start(onLost);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.send(), this.listening.stop()]);
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const ids = [...this.waiting];
    this.waiting = new Set();
    if (ids.length === 0) return;
    const payloads: string[] = [];
    for (let at = 0; at < ids.length; at += MOST_IDS) payloads.push([this.self, ...ids.slice(at, at + MOST_IDS)].join(' '));
    await this.database.prepared(NOTIFY, [payloads]).catch((error: unknown) => this.log.warn({ err: withoutValues(error) }, 'other servers were not told'));
  }

  private take(payload: string): void {
    const [sender, ...holderIds] = payload.split(' ');
    if (sender !== this.self) holderIds.forEach((holderId) => this.tell(holderId));
  }

  private tell(holderId: string): void {
    for (const listener of this.listeners) listener(holderId);
  }
}
