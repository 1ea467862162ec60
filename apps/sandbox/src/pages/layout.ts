import type { Sandbox } from '../context';
import type { Html, HtmlPart } from './html';
import { html } from './html';

/** A page inside the common frame. */
export interface Page {
  title: string;
  /** Which of the links at the top is the page itself. */
  here?: 'people' | 'switches' | 'clock';
  /** From the page to the root of the sandbox: '' or '../'. The sandbox may live under a path. */
  root: '' | '../';
  content: HtmlPart;
}

const link = (page: Page, name: NonNullable<Page['here']>, address: string, text: HtmlPart): Html =>
  html`<a href="${page.root}${address}" class="${page.here === name ? 'here' : ''}">${text}</a>`;

/** The whole document. Every address in it is relative. */
export const document = (page: Page, { clock, switches }: Sandbox): string => {
  const disturbed = switches.all().filter(({ mode, delayMs }) => mode !== 'normal' || delayMs > 0).length;
  const moved = clock.offsetMs() !== 0;
  const frame = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${page.title} · 粤证沙盒</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${page.root}assets/sandbox.css" />
      </head>
      <body>
        <nav class="bar">
          <div class="bar-in">
            <a class="brand" href="${page.root}.">粤证沙盒</a>
            ${link(page, 'people', '.', '测试居民')}
            ${link(page, 'switches', 'switches', ['外部系统', disturbed > 0 && html`<span class="tag warn">${disturbed} 个受扰</span>`])}
            ${link(page, 'clock', 'clock', '时钟')}
            <span class="now ${moved && 'moved'}"
              >${moved && '已调整 '}<span data-offset="${clock.offsetMs()}"></span
            ></span>
          </div>
        </nav>
        <main>${page.content}</main>
        <script src="${page.root}assets/sandbox.js"></script>
      </body>
    </html>`;
  return frame.markup;
};
