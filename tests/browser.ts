import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserPrograms } from '../scripts/lib/chromium.mjs';
import { fromRoot } from '../scripts/lib/paths.mjs';

/** Works as root and in containers, and asks nobody on the network for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A camera that shows a test pattern, and nobody who would have to press “allow”. */
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const SCREENS = fromRoot('output', 'screens');

/** A page with everything that went wrong on it and on the pages it opened. */
export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, console errors and answers of 500 and above, in order. Empty on a healthy page. */
  readonly problems: string[];
  /** Keeps a picture as output/screens/<name>.png and returns its path. */
  keep(name: string): Promise<string>;
}

/**
 * Starts the first browser that will start.
 *
 * @param camera what its camera shows: a film (Y4M), or a test pattern
 * @throws Error naming every browser that was tried, with what it said
 */
export async function openBrowser(camera: { readonly film?: string } = {}): Promise<Browser> {
  const refusals: string[] = [];
  for (const { name, executablePath, env } of browserPrograms()) {
    try {
      return await chromium.launch({ executablePath, args: [...FLAGS, ...FAKE_CAMERA, ...(camera.film ? [`--use-file-for-fake-video-capture=${camera.film}`] : [])], env: { ...environment(), ...env } });
    } catch (error) {
      refusals.push(`${name}: ${error instanceof Error ? error.message.split('\n').slice(0, 12).join('\n') : String(error)}`);
    }
  }
  throw new Error(`No browser can be started. Set CHROME_PATH to a Chrome or Chromium.\n${refusals.join('\n')}`);
}

/** A resident's phone: 390 × 844, touch. */
export function openPhone(browser: Browser): Promise<Screen> {
  return openScreen(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
}

/** An official's desk: 1440 × 900. */
export function openDesk(browser: Browser): Promise<Screen> {
  return openScreen(browser, { viewport: { width: 1440, height: 900 } });
}

async function openScreen(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Screen> {
  const context = await browser.newContext({ ...options, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const problems: string[] = [];
  // Pages that a page opens are watched as well.
  context.on('page', (opened) => watch(opened, problems));
  const page = await context.newPage();
  return { page, context, problems, keep: (name) => keepPicture(page, name) };
}

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswerOfServer(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
  });
}

/** The browser writes a line for every answer of 400 and above; refusals are part of the story. */
function isAnswerOfServer(text: string): boolean {
  return text.startsWith('Failed to load resource: the server responded with a status of 4');
}

/** Keeps a picture of a page as output/screens/<name>.png and returns its path. */
export async function keepPicture(page: Page, name: string): Promise<string> {
  mkdirSync(SCREENS, { recursive: true });
  const file = path.join(SCREENS, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
