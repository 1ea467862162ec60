import { FakeCanvas } from './fake-canvas';
import { FakeSocket, type SocketServer } from './fake-socket';

/** A call that the mini-program made to `wx.request`. */
export interface WxRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** What the pretended server answers: a status and JSON, or nothing because there is no network. */
export type WxAnswer = { readonly status: number; readonly body: unknown } | 'offline';

/** Ways to another page. */
export type Navigation = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch';

export interface FakeWxOptions {
  /** Opens a page, as the navigation of WeChat would. */
  open(kind: Navigation, url: string): void;
  back(delta: number): void;
  answer(request: WxRequest): WxAnswer;
  /** What answers over WebSocket; without one no connection comes about. */
  readonly socketServer?: SocketServer;
}

interface Callbacks {
  success?(result: unknown): void;
  fail?(error: { errMsg: string }): void;
  complete?(result: unknown): void;
}

export interface FakeWx {
  readonly wx: Record<string, unknown>;
  readonly requests: WxRequest[];
  readonly storage: Map<string, unknown>;
  /** Methods that do nothing here, in the order in which they were called. */
  readonly called: string[];
  /** What was drawn on, by the id of the element. */
  readonly canvases: Map<string, FakeCanvas>;
  /** Connections that the mini-program tried, in order. */
  readonly sockets: FakeSocket[];
  /** Whether the screen is being recorded. */
  recording: boolean;
  /** Lets something happen to the phone, such as `UserCaptureScreen`. */
  happen(event: string, details?: unknown): void;
}

const settle = (options: Callbacks | undefined, result: unknown): void => {
  setTimeout(() => {
    options?.success?.(result);
    options?.complete?.(result);
  }, 0);
};

const failing = (options: Callbacks | undefined, errMsg: string): void => {
  setTimeout(() => {
    options?.fail?.({ errMsg });
    options?.complete?.({ errMsg });
  }, 0);
};

/** Finds a canvas for whatever is looked for: no other node is asked for. */
function selectorQuery(find: (selector: string) => FakeCanvas) {
  const found: { node: FakeCanvas }[] = [];
  const query = {
    select(selector: string) {
      found.push({ node: find(selector) });
      return { fields: () => query };
    },
    exec: (tell: (nodes: unknown[]) => void) => void setTimeout(() => tell(found), 0),
  };
  return query;
}

/** WeChat's `wx`, as far as this mini-program uses it. Asynchronous calls answer in a later turn, as there. */
export function fakeWx(options: FakeWxOptions): FakeWx {
  const requests: WxRequest[] = [];
  const storage = new Map<string, unknown>();
  const called: string[] = [];
  const canvases = new Map<string, FakeCanvas>();
  const sockets: FakeSocket[] = [];
  const listeners = new Map<string, Set<(details: unknown) => void>>();

  const navigate = (kind: Navigation) => (call: Callbacks & { url: string }) => {
    options.open(kind, call.url);
    settle(call, { errMsg: `${kind}:ok` });
  };
  const done = (name: string) => (call?: Callbacks) => {
    called.push(name);
    settle(call, { errMsg: `${name}:ok` });
  };

  const canvasOf = (selector: string): FakeCanvas => {
    const canvas = canvases.get(selector) ?? new FakeCanvas();
    canvases.set(selector, canvas);
    return canvas;
  };

  const wx: Record<string, unknown> = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    request(call: Callbacks & { url: string; method?: string; header?: Record<string, string>; data?: unknown }) {
      const request: WxRequest = { url: call.url, method: call.method ?? 'GET', header: call.header ?? {}, data: call.data };
      requests.push(request);
      const answer = options.answer(request);
      if (answer === 'offline') failing(call, 'request:fail');
      else settle(call, { statusCode: answer.status, data: JSON.stringify(answer.body), header: {} });
      return { abort: () => undefined };
    },
    connectSocket(call: Callbacks & { url: string }) {
      const { socketServer } = options;
      const socket = new FakeSocket(call.url, socketServer ?? (() => undefined));
      sockets.push(socket);
      settle(call, { errMsg: 'connectSocket:ok' });
      setTimeout(() => (socketServer ? socket.open() : socket.refuse()), 5);
      return socket.task;
    },
    login: (call?: Callbacks) => settle(call, { code: 'code-of-this-phone' }),
    getRandomValues(call: Callbacks & { length: number }) {
      const bytes = Uint8Array.from({ length: call.length }, (_, i) => (i * 37 + requests.length * 11) % 256);
      settle(call, { randomValues: bytes.buffer });
    },
    getNetworkType: (call?: Callbacks) => settle(call, { networkType: 'wifi' }),
    getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 390, windowHeight: 844, pixelRatio: 3, screenWidth: 390, screenHeight: 844 }),
    getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '3.5.0', windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 296, right: 383, width: 87, height: 32 }),
    navigateTo: navigate('navigateTo'),
    redirectTo: navigate('redirectTo'),
    switchTab: navigate('switchTab'),
    reLaunch: navigate('reLaunch'),
    navigateBack(call?: Callbacks & { delta?: number }) {
      options.back(call?.delta ?? 1);
      settle(call, { errMsg: 'navigateBack:ok' });
    },
    hideTabBar: (call?: Callbacks) => failing(call, 'hideTabBar:fail not TabBar page'),
    showTabBar: (call?: Callbacks) => failing(call, 'showTabBar:fail not TabBar page'),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getFileSystemManager: () => ({ statSync: () => ({ size: 1000 }) }),
    getScreenBrightness: (call?: Callbacks) => settle(call, { value: 0.4 }),
    createSelectorQuery: () => selectorQuery(canvasOf),
    getScreenRecordingState: (call: Callbacks) => settle(call, { state: fake.recording ? 'on' : 'off' }),
  };
  const silent = [
    'showToast', 'pageScrollTo', 'setKeepScreenOn', 'setScreenBrightness', 'vibrateShort', 'stopPullDownRefresh',
    'setClipboardData', 'makePhoneCall', 'previewImage', 'requestSubscribeMessage', 'setVisualEffectOnCapture', 'requestFacialVerify',
    'chooseMedia', 'compressImage', 'uploadFile', 'downloadFile',
  ];
  for (const name of silent) wx[name] = done(name);
  const events = ['NetworkStatusChange', 'AppShow', 'AppHide', 'UserCaptureScreen', 'ScreenRecordingStateChanged', 'WindowResize'];
  for (const event of events) {
    const told = new Set<(details: unknown) => void>();
    listeners.set(event, told);
    wx[`on${event}`] = (listener: (details: unknown) => void) => void told.add(listener);
    wx[`off${event}`] = (listener: (details: unknown) => void) => void told.delete(listener);
  }
  const happen = (event: string, details?: unknown) => listeners.get(event)?.forEach((tell) => tell(details));
  const fake: FakeWx = { wx, requests, storage, called, canvases, sockets, recording: false, happen };
  return fake;
}
