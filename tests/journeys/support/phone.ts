import type { Locator, Page } from 'playwright-core';
import { keepPicture, type Screen } from '../../browser';
import { readCode } from './code-reader';
import type { TestPerson } from './outside';
import { until } from './until';

const PATIENCE_MS = 20_000;
const BETWEEN_TAPS_MS = 500;
const TAKE_OVER = '改在此手机出示';
const CODE_SHOWN = /秒后更新/;

/** What a locator stands for may give way to something else while its picture is taken. */
function unlessGone(error: unknown): undefined {
  if (!String(error).includes('not attached')) throw error;
}

/** A resident's phone: the sandbox's page of it, and 粤证 in its browser. */
export class Phone {
  private app: Page;
  private tappedAt = -Infinity;

  constructor(
    private readonly url: string,
    readonly person: TestPerson,
    private readonly screen: Screen,
  ) {
    this.app = screen.page;
    screen.context.setDefaultTimeout(PATIENCE_MS);
  }

  get page(): Page {
    return this.app;
  }

  get context(): Screen['context'] {
    return this.screen.context;
  }

  get problems(): readonly string[] {
    return this.screen.problems;
  }

  /** The sandbox's page that shows what this phone received. */
  async lookAtMessages(): Promise<Page> {
    await this.screen.page.goto(`${this.url}/sandbox/phones/${this.person.personId}`);
    return this.screen.page;
  }

  /** Opens 粤证 from the phone, logged in as its owner; a page may be named as links in messages do. */
  async open(page?: string): Promise<void> {
    const sandbox = await this.lookAtMessages();
    if (page === undefined) return this.openBy(sandbox.getByRole('link', { name: '打开粤证' }));
    const query = new URLSearchParams({ page });
    this.app = await this.screen.context.newPage();
    await this.app.goto(`${this.url}/sandbox/phones/${this.person.personId}/open?${query.toString()}`);
  }

  /** Opens 粤证 again as the browser has it, still logged in. */
  async comeBack(page: string): Promise<void> {
    this.app = await this.screen.context.newPage();
    await this.goTo(page);
  }

  /** Follows a link of the sandbox's page into 粤证, whose window is opened, or used again. */
  async openBy(link: Locator): Promise<void> {
    const before = this.app;
    const opened = this.screen.context.waitForEvent('page');
    const reused = before === this.screen.page ? opened : before.waitForEvent('framenavigated').then(() => before);
    const [app] = await Promise.all([Promise.race([opened, reused]), link.click()]);
    if (app !== before && before !== this.screen.page) await before.close();
    this.app = app;
    await app.bringToFront();
  }

  /** Closes 粤证; the phone keeps what it stored. */
  async leave(): Promise<void> {
    await this.app.close();
    this.app = this.screen.page;
  }

  /** Goes to a page within the app that is open. */
  async goTo(page: string): Promise<void> {
    await this.app.goto(`${this.url}/#/${page}`);
  }

  /** What stands on the page on show; pages below it in the stack do not count. */
  text(text: string | RegExp): Locator {
    return this.app.getByText(text).filter({ visible: true }).first();
  }

  /** Waits until the page says so. */
  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await this.text(text).waitFor();
  }

  /** Waits until the page says so, and tells when that was, by `performance.now()`. */
  async whenSees(text: string | RegExp): Promise<number> {
    await this.sees(text);
    return performance.now();
  }

  /** Shows a permit, on this phone from now on if it was shown on another. */
  async showPermit(permitId: string): Promise<void> {
    await this.open(`packages/live-pass/permit/index?permitId=${permitId}`);
    const takeOver = this.button(TAKE_OVER);
    await this.text(CODE_SHOWN).or(takeOver).first().waitFor();
    if (await takeOver.isVisible()) await this.tap(TAKE_OVER);
    await this.sees(CODE_SHOWN);
  }

  button(name: string | RegExp): Locator {
    return this.app.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).filter({ visible: true }).first();
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.hesitate();
    await this.button(name).click();
    this.tappedAt = performance.now();
  }

  /** The app takes two taps in quick succession for one, and no person means two. */
  private async hesitate(): Promise<void> {
    const early = this.tappedAt + BETWEEN_TAPS_MS - performance.now();
    if (early > 0) await this.app.waitForTimeout(early);
  }

  /** Chooses one of several answers. */
  async choose(name: string | RegExp): Promise<void> {
    await this.app.getByRole('radio', { name }).filter({ visible: true }).first().click();
  }

  /** The box that one types into, by what a screen reader calls it. */
  box(label: string | RegExp): Locator {
    return this.app.getByLabel(label, { exact: typeof label === 'string' }).filter({ visible: true }).locator('input, textarea').first();
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.box(label).fill(text);
  }

  async tick(): Promise<void> {
    await this.app.getByRole('checkbox').filter({ visible: true }).first().click();
  }

  /** Chooses a picture where the page asks for one: its content, or the path of a large one. */
  async pick(name: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer } | string): Promise<void> {
    const [chooser] = await Promise.all([this.app.waitForEvent('filechooser'), this.tap(name)]);
    await chooser.setFiles(file);
  }

  /** The live code as a camera sees it. */
  async photographCode(): Promise<Buffer> {
    return this.app.locator('.yz-live__code').filter({ visible: true }).first().screenshot();
  }

  /**
   * Reads the live code off the screen.
   *
   * @param before waits until the code is another than this
   */
  shownCode(before?: string): Promise<string> {
    return until('the live code', async () => {
      const picture = await this.photographCode().catch(unlessGone);
      const code = picture && (await readCode(picture));
      return code !== before && code;
    });
  }

  async keep(name: string): Promise<void> {
    await keepPicture(this.app, name);
  }

  async keepOf(page: Page, name: string): Promise<void> {
    await keepPicture(page, name);
  }
}
