import { CHANNEL_ALIVE_MS, ChannelMessage, type ChannelHello } from '@yuezheng/shared-types';
import type { Socket, SocketEvents } from '../../platform';
import type { After } from './named-timers';

export interface ChannelPorts {
  openSocket(events: SocketEvents): Socket;
  /** `undefined` when nobody is logged in. */
  hello(): Promise<ChannelHello | undefined>;
  readonly after: After;
}

export interface ChannelListener {
  onMessage(message: ChannelMessage): void;
  /** It ended or never came about; once, and not after this side closed it. */
  onClose(): void;
}

/** Twice the time within which the server promises a word. */
const SILENT_TOO_LONG_MS = 2 * CHANNEL_ALIVE_MS;

/**
 * One connection over which the server tells what becomes of a showing. What it cannot read it passes over; a
 * connection that says nothing readable for too long is given up.
 *
 * @returns closes it
 */
export function openShowingChannel(ports: ChannelPorts, listener: ChannelListener): () => void {
  let socket: Socket | undefined;
  let over = false;
  let stopWaiting = (): void => undefined;

  const close = (): void => {
    over = true;
    stopWaiting();
    socket?.close();
  };
  const giveUp = (): void => {
    if (over) return;
    close();
    listener.onClose();
  };
  const wait = (): void => {
    stopWaiting();
    stopWaiting = ports.after(SILENT_TOO_LONG_MS, giveUp);
  };
  const onText = (text: string): void => {
    const message = readMessage(text);
    if (message === undefined || over) return;
    wait();
    listener.onMessage(message);
  };
  const greet = (hello: ChannelHello | undefined): void => {
    if (over) return;
    if (hello === undefined) return giveUp();
    socket = ports.openSocket({ onOpen: () => socket?.send(JSON.stringify(hello)), onText, onClose: giveUp });
  };

  wait();
  ports.hello().then(greet, giveUp);
  return close;
}

function readMessage(text: string): ChannelMessage | undefined {
  try {
    const read = ChannelMessage.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
