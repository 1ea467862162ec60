import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser, openDesk } from '../browser';
import { startTestStack, type TestStack } from '../stack';
import { fromRoot } from '../../scripts/lib/paths.mjs';
import { writeFilm } from './support/camera-film';
import { Desk } from './support/desk';

interface Vector {
  readonly name: string;
  readonly code: string;
}

/** A phone is held before the camera of a counter, with the network and without. */
describe('the camera of a counter', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-film-'));
  let stack: TestStack;

  beforeAll(async () => {
    stack = await startTestStack();
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the code whole: its signature is looked at, and its issuer is not ours', async () => {
    // A published code that is genuine in all its parts, of an issuer whom this server does not know.
    const vectors = JSON.parse(readFileSync(fromRoot('packages', 'live-pass', 'vectors', 'accepted.json'), 'utf8')) as Vector[];
    const film = path.join(folder, 'phone.y4m');
    await writeFilm(film, vectors[0]!.code);
    const browser = await openBrowser({ film });
    try {
      const clerk = new Desk(stack.url, await openDesk(browser));
      await clerk.startShift('hejiamin');
      await clerk.button('打开摄像头').click();
      await clerk.sees('不能受理・此码的签发机关无法确认', /在线核验/);
      await clerk.keep('77-camera');
      await clerk.button('关闭摄像头').click();
      await clerk.sees(/状态截至/);
      await clerk.context.setOffline(true);
      await clerk.button('清除').click();
      await clerk.button('打开摄像头').click();
      await clerk.sees('不能受理・此码的签发机关无法确认', /离线核验/);
      expect(clerk.problems.filter((problem) => problem.startsWith('uncaught'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
