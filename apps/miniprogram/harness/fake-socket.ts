type Listener = (event: never) => void;

/** What a socket does with what the phone sends; `undefined` where there is no such server. */
export type SocketServer = (socket: FakeSocket, text: string) => void;

/** A connection as both ends see it. To the phone it is WeChat's SocketTask. */
export class FakeSocket {
  readonly received: string[] = [];
  readyState = 0;
  private readonly listeners = new Map<string, Listener>();

  constructor(
    readonly url: string,
    private readonly server: SocketServer,
  ) {
    // As in WeChat: whoever listens late sees by it that the handshake is over.
    Object.defineProperty(this.task, 'readyState', { get: () => this.readyState });
  }

  /** What `wx.connectSocket` gives. */
  readonly task = {
    onOpen: (listener: Listener) => this.on('open', listener),
    onMessage: (listener: Listener) => this.on('message', listener),
    onError: (listener: Listener) => this.on('error', listener),
    onClose: (listener: Listener) => this.on('close', listener),
    send: ({ data }: { data: string }) => {
      this.received.push(data);
      setTimeout(() => this.server(this, data), 0);
    },
    close: () => this.end(1000),
  };

  /** The handshake is over. */
  open(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.tell('open', { header: {} });
  }

  /** The server says something. */
  say(message: unknown): void {
    if (this.readyState === 1) this.tell('message', { data: JSON.stringify(message) });
  }

  /** The server does not answer: an error and no more, as on some phones. */
  refuse(): void {
    this.readyState = 3;
    this.tell('error', { errMsg: 'connectSocket:fail' });
  }

  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    setTimeout(() => this.tell('close', { code, reason: '' }), 0);
  }

  private on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  private tell(event: string, details: unknown): void {
    (this.listeners.get(event) as ((details: unknown) => void) | undefined)?.(details);
  }
}
