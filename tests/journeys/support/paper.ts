import type { Browser } from 'playwright-core';

/**
 * A picture of a document, as somebody would photograph it.
 *
 * @param lines the heading first
 * @returns PNG, 900 × 1200
 */
export async function photographPaper(browser: Browser, lines: readonly string[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  const [heading = '', ...rest] = lines;
  await page.setContent(`<!doctype html><html lang="zh"><body style="margin:0;padding:80px;background:#f6f2e8;color:#333;font:28px/2 serif">
    <h1 style="text-align:center;font-size:44px">${heading}</h1>${rest.map((line) => `<p>${line}</p>`).join('')}</body></html>`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** 劳动合同 of somebody. */
export const photographContract = (browser: Browser, name: string): Promise<Buffer> =>
  photographPaper(browser, ['劳 动 合 同', '甲方：广州明岚设计有限公司', `乙方：${name}`, '合同期限：2026 年 2 月 1 日至 2029 年 1 月 31 日', '工作地点：广州市海珠区']);
