import { CHANNEL_ALIVE_MS, type Showing } from '@yuezheng/shared-types';
import type { Socket, SocketEvents } from '../../../platform';
import type { After } from '../named-timers';

/** A message takes this long. */
const ON_THE_WAY_MS = 20;

interface Connection extends SocketEvents {
  over: boolean;
}

/** The server's end of the channel, and the way to it. */
export class ChannelServer {
  /** Whether the server offers a channel, and lets it stand. */
  serves = false;
  /** Whether anything gets through. */
  reachable = true;
  /** Attempts of the phone. */
  opened = 0;
  readonly hellos: string[] = [];
  private connections: Connection[] = [];

  constructor(
    private readonly after: After,
    private readonly showing: () => Showing,
  ) {}

  get standing(): number {
    return this.connections.length;
  }

  readonly open = (events: SocketEvents): Socket => {
    this.opened += 1;
    const connection: Connection = { ...events, over: false };
    this.after(ON_THE_WAY_MS, () => (this.serves && this.reachable ? connection.onOpen() : this.end(connection)));
    return {
      send: (text) => void this.after(ON_THE_WAY_MS, () => this.welcome(connection, text)),
      close: () => {
        connection.over = true;
        this.forget(connection);
      },
    };
  };

  /** Tells every phone how its showing stands. */
  announce(): void {
    this.say(JSON.stringify({ kind: 'showing', showing: this.showing() }));
  }

  say(text: string): void {
    this.connections.forEach((connection) => this.deliver(connection, text));
  }

  /** The server goes away. */
  dropAll(): void {
    this.connections.forEach((connection) => this.end(connection));
  }

  private welcome(connection: Connection, hello: string): void {
    if (connection.over || !this.reachable) return;
    this.hellos.push(hello);
    this.connections.push(connection);
    this.deliver(connection, JSON.stringify({ kind: 'showing', showing: this.showing() }));
    this.keepAlive(connection);
  }

  private keepAlive(connection: Connection): void {
    this.after(CHANNEL_ALIVE_MS, () => {
      if (connection.over) return;
      this.deliver(connection, '{"kind":"alive"}');
      this.keepAlive(connection);
    });
  }

  private deliver(connection: Connection, text: string): void {
    this.after(ON_THE_WAY_MS, () => {
      if (!connection.over && this.reachable) connection.onText(text);
    });
  }

  private end(connection: Connection): void {
    if (connection.over) return;
    connection.over = true;
    this.forget(connection);
    connection.onClose();
  }

  private forget(connection: Connection): void {
    this.connections = this.connections.filter((one) => one !== connection);
  }
}
