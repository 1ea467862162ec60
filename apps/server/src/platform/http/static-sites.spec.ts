import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectRefused, startApp, type TestApp } from '../../../test/app';

describe('static sites', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-sites-'));
    for (const site of ['h5', 'console']) {
      mkdirSync(path.join(folder, site, 'js'), { recursive: true });
      writeFileSync(path.join(folder, site, 'index.html'), `<title>${site}</title><script>1</script><script src="js/app.0a1b2c3d.js"></script>`);
      writeFileSync(path.join(folder, site, 'js/app.0a1b2c3d.js'), '2');
      for (const file of ['sw.js', 'manifest.webmanifest']) writeFileSync(path.join(folder, site, file), '{}');
    }
    app = await startApp({ env: { H5_DIR: path.join(folder, 'h5'), CONSOLE_DIR: path.join(folder, 'console') } });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/', 'h5'], ['/pages/home/index', 'h5'], ['/console/', 'console'], ['/console/queue/17', 'console'],
  ])('shows the application at %s', async (url, title) => {
    const answer = await app.app.inject(url);
    expect(answer.body).toContain(`<title>${title}</title>`);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-security-policy': expect.stringContaining(`'sha256-`) });
    expect(answer.headers['content-security-policy']).toContain(`connect-src 'self' blob: ${app.config.env.PUBLIC_URL.replace('http', 'ws')};`);
  });

  it('keeps assets with a hash for good, and has no page in place of a missing one', async () => {
    expect((await app.app.inject('/console/js/app.0a1b2c3d.js')).headers['cache-control']).toContain('immutable');
    expect((await app.app.inject('/js/other.js')).statusCode).toBe(404);
    expect((await app.app.inject('/console')).headers.location).toBe('/console/');
  });

  it('asks for the service worker and the manifest anew each time, and lets workers of this place only run', async () => {
    const worker = await app.app.inject('/console/sw.js');
    // Without the slash: the worker answers at the bare address as well.
    expect(worker.headers).toMatchObject({ 'service-worker-allowed': '/console', 'cache-control': 'no-cache', 'content-type': expect.stringContaining('javascript') as string });
    const manifest = await app.app.inject('/console/manifest.webmanifest');
    expect(manifest.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': expect.stringContaining('application/manifest+json') as string });
    expect((await app.app.inject('/console/counter')).headers['content-security-policy']).toContain(`worker-src 'self'`);
  });

  it('gives away nothing outside its folder, and leaves the API its own answers', async () => {
    for (const url of ['/..%2f..%2fetc/passwd', '/js/..%2f..%2fconsole/index.html', '/%2e%2e/%2e%2e/etc/passwd']) {
      const { body } = await app.app.inject(url);
      expect(body).not.toContain('root:');
      expect(body).not.toContain('<title>console');
    }
    expectRefused(await app.call('GET', '/nothing-here'), 'not-found');
  });
});
