import type { Locator, Page } from 'playwright-core';
import { keepPicture, type Screen } from '../../browser';
import { STAFF, type StaffName } from './official';

const PATIENCE_MS = 20_000;

/** The console on an official's desk. */
export class Desk {
  private opened: Page;

  constructor(
    private readonly url: string,
    private readonly screen: Screen,
  ) {
    screen.context.setDefaultTimeout(PATIENCE_MS);
    this.opened = screen.page;
  }

  get page(): Page {
    return this.opened;
  }

  get context(): Screen['context'] {
    return this.screen.context;
  }

  get problems(): readonly string[] {
    return this.screen.problems;
  }

  async logIn(username: StaffName): Promise<void> {
    await this.page.goto(`${this.url}/console/`);
    await this.fillLogIn(username);
  }

  /** Fills in the log-in page that is open. */
  async fillLogIn(username: StaffName): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码', { exact: true }).fill(STAFF[username].password);
    await this.button('登录工作台').click();
    await this.page.getByText(STAFF[username].name).first().waitFor();
  }

  /** Logs in at a counter and says what is verified for in this shift. */
  async startShift(username: StaffName, purpose = '政务服务'): Promise<void> {
    await this.logIn(username);
    await this.choosePurpose(purpose);
  }

  async choosePurpose(purpose: string): Promise<void> {
    await this.button(new RegExp(`^${purpose}`)).click();
    await this.sees(`用途：${purpose}`);
  }

  /** Waits until the whole counter is kept on this computer, as the service worker does by itself. */
  async isKept(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  }

  /** Closes the page and opens the counter in another: as after a restart, nobody is logged in there. */
  async reopen(): Promise<void> {
    const closed = this.opened;
    this.opened = await this.context.newPage();
    await closed.close();
    await this.page.goto(`${this.url}/console/counter`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Opens a case from a part of the queue, such as 未认领, by the applicant's name. */
  async openCase(tab: string, applicant: string): Promise<void> {
    await this.button(new RegExp(`^${tab}`)).click();
    await this.page.locator('.queue-row', { hasText: applicant }).first().click();
    await this.page.getByRole('heading', { name: new RegExp(applicant) }).waitFor();
  }

  /** The dialogue that is open. */
  get dialog(): Locator {
    return this.page.getByRole('dialog').filter({ visible: true });
  }

  /** Presses the button of the dialogue that does what it is about. */
  async confirm(verb: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: verb }).last().click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /**
   * Approves the case that is open, ticking off what an official must have looked at.
   *
   * @param picture keeps the dialogue as output/screens/<picture>.png
   */
  async approve(picture?: string): Promise<void> {
    await this.button('通过并签发').click();
    await this.dialog.waitFor();
    const doubts = this.dialog.getByRole('checkbox');
    if ((await doubts.count()) > 0) await doubts.check();
    if (picture !== undefined) await this.keep(picture);
    await this.confirm('通过并签发');
  }

  /** At the counter: chooses an image file with a code. */
  async showPicture(picture: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.button('选择图片').click()]);
    await chooser.setFiles({ name: '截图.png', mimeType: 'image/png', buffer: picture });
  }

  /** At the counter: drops an image onto the page, or pastes it from the clipboard. */
  async bringPicture(way: 'drop' | 'paste', picture: Buffer): Promise<void> {
    await this.page.evaluate(
      ([how, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const carried = new DataTransfer();
        carried.items.add(new File([bytes], '截图.png', { type: 'image/png' }));
        const event =
          how === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried })
            : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: carried });
        document.body.dispatchEvent(event);
      },
      [way, picture.toString('base64')] as const,
    );
  }

  /** At the counter: scans with a hand scanner, which types what it read; without a key at its end where told so. */
  async scan(code: string, end: 'Enter' | 'Tab' | 'nothing' = 'Enter'): Promise<void> {
    await this.page.keyboard.type(code);
    if (end !== 'nothing') await this.page.keyboard.press(end);
  }

  /** At the counter: gives the code that was read, by pasting. */
  async paste(code: string): Promise<void> {
    const box = this.page.getByLabel('码文');
    if (!(await box.isVisible())) await this.button('粘贴码文').click();
    await box.fill(code);
    await box.press('Enter');
  }

  async keep(name: string): Promise<void> {
    await keepPicture(this.page, name);
  }
}
