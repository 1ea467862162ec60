import type { Browser } from 'playwright-core';
import { openBrowser, openDesk, openPhone } from './browser';

const PAGE = `<!doctype html><html lang="zh"><body style="margin:0;font:20px sans-serif">
  <p style="background:#fff;color:#000;width:200px">居</p><p style="width:200px">证</p></body></html>`;

describe('the browser of the journeys', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 120_000);

  afterAll(() => browser?.close());

  it('draws Chinese characters, each its own way, and not as boxes', async () => {
    const { page, problems } = await openPhone(browser);
    await page.setContent(PAGE);
    const [first, second] = await Promise.all((await page.locator('p').all()).map((line) => line.screenshot()));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
    expect(problems).toEqual([]);
  });

  it('has a phone and a desk of the sizes that were drawn', async () => {
    const phone = await openPhone(browser);
    const desk = await openDesk(browser);
    expect(phone.page.viewportSize()).toEqual({ width: 390, height: 844 });
    expect(desk.page.viewportSize()).toEqual({ width: 1440, height: 900 });
    expect(await phone.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Shanghai');
  });

  it('notices what goes wrong on a page', async () => {
    const { page, problems } = await openDesk(browser);
    await page.setContent('<script>console.error("first"); setTimeout(() => { throw new Error("second"); })</script>');
    await page.waitForTimeout(100);
    expect(problems).toEqual(['console: first', expect.stringContaining('second')]);
  });
});
