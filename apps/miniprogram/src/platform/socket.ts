import Taro from '@tarojs/taro';

/** What happens to a connection. All of it comes later than the call that opens it. */
export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  /** It ended, or never came about; once, and last of all. Not told when this side closed it. */
  onClose(): void;
}

/** A WebSocket (RFC 6455) that carries text. */
export interface Socket {
  /** Before `onOpen` and after `onClose` nothing is sent. */
  send(text: string): void;
  close(): void;
}

const OPEN = 1;

/** Opens a connection. Never throws: what does not come about is a close. @param url `https://…`, or a path below the origin in the browser */
export function openSocket(url: string, events: SocketEvents): Socket {
  let task: Taro.SocketTask | undefined;
  let opened = false;
  let over = false;
  const open = () => {
    if (over || opened) return;
    opened = true;
    events.onOpen();
  };
  const end = () => {
    if (over) return;
    over = true;
    events.onClose();
  };
  const listen = (connected: Taro.SocketTask) => {
    if (over) return shut(connected);
    task = connected;
    connected.onOpen(open);
    connected.onMessage(({ data }: { data: unknown }) => {
      if (!over && typeof data === 'string') events.onText(data);
    });
    // Phones that cannot connect tell an error, and some of them no close after it.
    connected.onError(end);
    connected.onClose(end);
    if (connected.readyState === OPEN) open();
  };
  connect(url).then(listen, end);
  return {
    send(text) {
      if (opened && !over) task?.send({ data: text });
    },
    close() {
      over = true;
      if (task) shut(task);
    },
  };
}

/** Errors before there is a connection come as a rejection. */
const connect = async (url: string): Promise<Taro.SocketTask> => Taro.connectSocket({ url: socketAddress(url) });

function shut(task: Taro.SocketTask): void {
  try {
    task.close({});
  } catch {
    // It has closed by itself meanwhile.
  }
}

function socketAddress(url: string): string {
  if (/^https?:/.test(url)) return url.replace(/^http/, 'ws');
  return `${window.location.protocol === 'https:' ? 'wss:' : 'ws:'}//${window.location.host}${url}`;
}
