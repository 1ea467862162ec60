import { Client } from 'pg';

const AGAIN_AFTER_MS = 1_000;
/** A connection that no longer answers is found out so soon: the other side may vanish without a word. */
const ASKED_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 5_000;

/** A connection of its own on which one channel of PostgreSQL is listened to, made again whenever it breaks. */
export class Listening {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private connected = false;
  private running = false;
  private onLost: () => void = () => undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onPayload: (payload: string) => void,
  ) {}

  get isConnected(): boolean {
    return this.connected;
  }

  start(onLost: () => void): void {
    if (this.running) return;
    this.running = true;
    this.onLost = onLost;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = undefined;
    this.connected = false;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url, application_name: 'yuezheng-showings', connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS, keepAlive: true,
    });
    this.client = client;
    client.on('error', () => this.lost(client)).on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.onPayload(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
    } catch {
      return this.lost(client);
    }
    if (this.client !== client) return;
    this.connected = true;
    this.ask(client);
  }

  private ask(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.client === client && this.ask(client),
        () => this.lost(client),
      );
    }, ASKED_EVERY_MS).unref();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearTimeout(this.timer);
    const wasConnected = this.connected;
    this.connected = false;
    client.end().catch(() => undefined);
    if (!this.running) return;
    if (wasConnected) this.onLost();
    this.timer = setTimeout(() => void this.connect(), AGAIN_AFTER_MS).unref();
  }
}
