import path from 'node:path';
import type { Browser } from 'playwright-core';
import { keepPicture, openBrowser, openDesk, openPhone } from '../../browser';
import { startTestStack, type TestStack } from '../../stack';
import { Api } from './api';
import { Desk } from './desk';
import { Outside, type TestPerson } from './outside';
import { Phone } from './phone';
import { until } from './until';

/** Everything of one journey: the product on a database of its own, a browser, and the outside world. */
export class World {
  private constructor(
    readonly stack: TestStack,
    readonly browser: Browser,
    readonly outside: Outside,
  ) {}

  static async start(): Promise<World> {
    const [stack, browser] = await Promise.all([startTestStack(), openBrowser()]);
    return new World(stack, browser, new Outside(stack.sandboxUrl));
  }

  /** The phone of a test resident, with 粤证 not opened yet. */
  async phoneOf(person: TestPerson): Promise<Phone> {
    return new Phone(this.stack.url, person, await openPhone(this.browser));
  }

  /** An official's desk, with the console not opened yet. */
  async desk(): Promise<Desk> {
    return new Desk(this.stack.url, await openDesk(this.browser));
  }

  /** Moves everybody's time to 09:00 of a day in Asia/Shanghai. */
  async moveTo(day: string): Promise<void> {
    await this.outside.moveTo(day);
    await this.serverHasFollowed();
  }

  async passSeconds(seconds: number): Promise<void> {
    await this.outside.advance(seconds * 1000);
    await this.serverHasFollowed();
  }

  /** The server asks the sandbox for the time every second. */
  private async serverHasFollowed(): Promise<void> {
    const api = new Api(this.stack.url);
    await until('the server to take over the new time', async () => {
      const { now } = await api.done<{ now: number }>('GET', '/config');
      return Math.abs(now - (await this.outside.now())) < 1_500;
    });
  }

  /** What every page shows at this moment, for whoever reads the failure. */
  async keepScreensOfFailure(): Promise<void> {
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    const spec = path.basename(expect.getState().testPath ?? 'unknown', '.spec.ts');
    await Promise.all(pages.map((page, at) => keepPicture(page, `failed-${spec}-${at}`).catch(() => undefined)));
  }

  /** Closes the browser first, so that no page asks a server that is gone. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.stack.stop();
  }
}
