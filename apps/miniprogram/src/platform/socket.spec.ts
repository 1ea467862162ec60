import Taro from '@tarojs/taro';
import { openSocket } from './socket';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { connectSocket: jest.fn() } }));

type Listener = (event: unknown) => void;

/** A SocketTask that does what it is told to. */
class Task {
  readyState = 0;
  readonly sent: string[] = [];
  closed = 0;
  private readonly listeners: Record<string, Listener> = {};
  readonly onOpen = (listener: Listener) => void (this.listeners.open = listener);
  readonly onMessage = (listener: Listener) => void (this.listeners.message = listener);
  readonly onError = (listener: Listener) => void (this.listeners.error = listener);
  readonly onClose = (listener: Listener) => void (this.listeners.close = listener);
  readonly send = ({ data }: { data: string }) => void this.sent.push(data);
  readonly close = () => void (this.closed += 1);

  happen(event: string, details: unknown = {}): void {
    this.listeners[event]?.(details);
  }
}

const connectSocket = Taro.connectSocket as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function opening(task = new Task()) {
  connectSocket.mockReset().mockResolvedValue(task);
  const heard: string[] = [];
  const socket = openSocket('https://example.gov.cn/api/channel', {
    onOpen: () => void heard.push('open'),
    onText: (text) => void heard.push(text),
    onClose: () => void heard.push('close'),
  });
  await settled();
  return { task, socket, heard };
}

it('goes to the same place with the scheme of sockets', async () => {
  await opening();
  expect(connectSocket.mock.calls).toEqual([[{ url: 'wss://example.gov.cn/api/channel' }]]);
});

it('carries text both ways while it is open', async () => {
  const { task, socket, heard } = await opening();
  socket.send('too early');
  task.happen('open');
  socket.send('hello');
  task.happen('message', { data: 'word' });
  task.happen('message', { data: new ArrayBuffer(2) });
  expect([task.sent, heard]).toEqual([['hello'], ['open', 'word']]);
});

it('is open at once where the phone was quicker than the promise', async () => {
  const task = new Task();
  task.readyState = 1;
  const { heard } = await opening(task);
  task.happen('open');
  expect(heard).toEqual(['open']);
});

it('tells one close, whatever the phone makes of it', async () => {
  const { task, socket, heard } = await opening();
  task.happen('error');
  task.happen('close');
  task.happen('message', { data: 'late' });
  socket.send('late');
  expect([heard, task.sent]).toEqual([['close'], []]);
});

it('says nothing after it was closed here, also before it stood', async () => {
  const { task, socket, heard } = await opening();
  socket.close();
  task.happen('close');
  expect([heard, task.closed]).toEqual([[], 1]);
  const late = new Task();
  connectSocket.mockReset().mockResolvedValue(late);
  openSocket('https://example.gov.cn/api/channel', { onOpen: () => heard.push('open'), onText: () => undefined, onClose: () => heard.push('close') }).close();
  await settled();
  expect([heard, late.closed]).toEqual([[], 1]);
});

it('that cannot be had is a close', async () => {
  connectSocket.mockReset().mockRejectedValue({ errMsg: 'connectSocket:fail' });
  const onClose = jest.fn();
  openSocket('https://example.gov.cn/api/channel', { onOpen: jest.fn(), onText: jest.fn(), onClose });
  await settled();
  expect(onClose).toHaveBeenCalledTimes(1);
});
