import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { fakeWx, type FakeWx, type Navigation, type WxAnswer, type WxRequest } from './fake-wx';
import type { SocketServer } from './fake-socket';
import { applyData, findByText, idOf, pathTo, textOf, walk, type PageNode } from './page-tree';
import { Timers } from './timers';

/** What `app.json` says. */
export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

type Handler = (...args: unknown[]) => unknown;
type PageConfig = Record<string, unknown> & { onLoad?: Handler; onShow?: Handler; onReady?: Handler; onHide?: Handler; onUnload?: Handler; eh?: Handler };

/** The most that WeChat takes in one `setData`, in bytes. */
export const SET_DATA_LIMIT = 256 * 1024;

/** A page that is open. */
export interface OpenPage {
  readonly route: string;
  readonly data: { root?: PageNode };
  readonly instance: PageConfig;
}

/** WeChat without WeChat: runs the built mini-program as it is, with `eval` forbidden and every `setData` through JSON. */
export class MiniProgram {
  readonly appJson: AppJson;
  readonly fake: FakeWx;
  readonly stack: OpenPage[] = [];
  readonly errors: unknown[] = [];
  largestSetData = 0;

  private readonly timers = new Timers();
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly pageConfigs = new Map<string, PageConfig>();
  private loading = '';

  constructor(private readonly dir: string, answer: (request: WxRequest) => WxAnswer, socketServer?: SocketServer) {
    this.appJson = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as AppJson;
    this.fake = fakeWx({ answer, open: (kind, url) => this.open(kind, url), back: (delta) => this.back(delta), ...(socketServer && { socketServer }) });
    // WeChat has these and the language itself: no window, no document, no URL, no fetch, no performance, no crypto.
    this.context = vm.createContext(
      {
        wx: this.fake.wx,
        console: { ...console, error: (...said: unknown[]) => this.errors.push(said) },
        setTimeout: this.timers.setTimeout,
        setInterval: this.timers.setInterval,
        clearTimeout: this.timers.clear,
        clearInterval: this.timers.clear,
        App: (config: PageConfig) => this.launch(config),
        Page: (config: PageConfig) => void this.pageConfigs.set(this.loading, config),
        Component: () => undefined,
        getApp: () => this.app,
        getCurrentPages: () => this.stack.map(({ instance }) => instance),
      },
      { codeGeneration: { strings: false, wasm: false } },
    );
    this.load('app.js');
  }

  private app: PageConfig | undefined;

  private launch(config: PageConfig): void {
    this.app = config;
    const options = { path: this.appJson.pages[0], query: {}, scene: 1001 };
    for (const stage of ['onLaunch', 'onShow']) (config[stage] as Handler | undefined)?.call(config, options);
  }

  /** Every page of the main package and the subpackages. */
  get pages(): string[] {
    return [...this.appJson.pages, ...(this.appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
  }

  /** The page on show. */
  get page(): OpenPage {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) throw new Error('no page is open');
    return top;
  }

  /** What a person reads on the page on show. */
  get text(): string {
    return textOf(this.page.data.root ?? {});
  }

  get nodes(): PageNode[] {
    return [...walk(this.page.data.root ?? {})];
  }

  open(kind: Navigation, url: string): void {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?');
    if (!this.pages.includes(route)) throw new Error(`app.json has no page ${route}`);
    const config = this.configOf(route);
    // The pages that are closed on the way are not shown again, as in WeChat.
    if (kind === 'redirectTo') this.unload(1);
    if (kind === 'switchTab' || kind === 'reLaunch') this.unload(this.stack.length);
    this.stack[this.stack.length - 1]?.instance.onHide?.();
    const data: Record<string, unknown> = {};
    const instance: PageConfig = { ...config, route, data, setData: (changes: Record<string, unknown>, then?: () => void) => this.setData(data, changes, then) };
    this.stack.push({ route, data, instance });
    const options = Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split('=') as [string, string]));
    instance.onLoad?.call(instance, options);
    instance.onShow?.call(instance);
    instance.onReady?.call(instance);
  }

  back(delta = 1): void {
    this.unload(delta);
    this.stack[this.stack.length - 1]?.instance.onShow?.();
  }

  private unload(count: number): void {
    for (let left = count; left > 0; left -= 1) this.stack.pop()?.instance.onUnload?.();
  }

  /** Taps the innermost element that reads like this; the tap bubbles as WeChat lets it. */
  tap(text: string): void {
    const { data, instance } = this.page;
    const root = data.root ?? {};
    const target = findByText(root, text);
    if (target === undefined) throw new Error(`nothing reads 「${text}」 on ${this.page.route}: ${this.text}`);
    for (const node of pathTo(root, target).reverse()) {
      const id = idOf(node);
      if (id === undefined) continue;
      instance.eh?.call(instance, { type: 'tap', timeStamp: Date.now(), detail: {}, target: { id: idOf(target), dataset: {} }, currentTarget: { id, dataset: {} }, mpEvent: {} });
    }
  }

  /** Puts the phone away. */
  close(): void {
    this.timers.endAll();
  }

  /** Waits until something holds; says what is on the page when it does not come to hold. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`${what} did not come about on ${this.page.route}: ${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private configOf(route: string): PageConfig {
    if (!this.pageConfigs.has(route)) {
      this.loading = route;
      this.load(`${route}.js`);
    }
    const config = this.pageConfigs.get(route);
    if (config === undefined) throw new Error(`${route}.js did not call Page()`);
    return config;
  }

  private setData(data: Record<string, unknown>, changes: Record<string, unknown>, then?: () => void): void {
    const wire = JSON.stringify(changes);
    this.largestSetData = Math.max(this.largestSetData, Buffer.byteLength(wire));
    applyData(data, JSON.parse(wire) as Record<string, unknown>);
    if (then) setTimeout(then, 0);
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const source = readFileSync(path.join(this.dir, file), 'utf8');
    const run = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.context, { filename: file }) as Handler;
    run((request: string) => this.load(`${path.posix.join(path.posix.dirname(file), request).replace(/\.js$/, '')}.js`), module, module.exports);
    return module.exports;
  }
}
