import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { explainInstallFailure } from './bootstrap.mjs';
import { claimDataDir, parseDataDir, requireRoom } from './data-dir.mjs';
import { explainConnectionError, parseDatabaseUrl, requireReachable } from './external-database.mjs';
import { requireSupportedNode } from './node-version.mjs';
import { freePort } from './ports.mjs';
import { explainFileError } from './problem.mjs';
import { ROOT } from './paths.mjs';

const withCode = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('what is wrong is said plainly', () => {
  it('names the Node that is needed', () => {
    expect(() => requireSupportedNode('18.20.4')).toThrow(/Node\.js 18\.20\.4 太旧，需要 20\.19/);
    expect(() => requireSupportedNode('20.18.9')).toThrow(/too old/);
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '26.1.0']) expect(() => requireSupportedNode(version)).not.toThrow();
  });

  it.each([
    ['ENOSPC: no space left on device, write', '磁盘已满'],
    ['ERR_PNPM_META_FETCH_FAIL  GET https://registry.example/x: request failed, reason: getaddrinfo ENOTFOUND', '连不上 npm 软件源'],
    ['npm error code EAI_AGAIN', '连不上 npm 软件源'],
    ['ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', 'pnpm-lock.yaml'],
    ['EACCES: permission denied, mkdir', '没有权限'],
    ['something nobody has seen before', '依赖安装失败'],
  ])('explains an install that ended with “%s”', (output, sentence) => {
    expect(explainInstallFailure(1, output)).toMatchObject({ message: expect.stringContaining(sentence), details: output });
  });

  it('explains a machine without npm', () => {
    expect(explainInstallFailure(127, '').message).toContain('找不到 npx');
  });

  it('explains a full disk and a folder that may not be written, and leaves other errors alone', () => {
    expect(explainFileError(withCode('ENOSPC'), '/x')).toMatchObject({ name: 'Problem', message: expect.stringContaining('磁盘已满') });
    expect(explainFileError(withCode('EACCES'), '/x')).toMatchObject({ name: 'Problem', message: expect.stringContaining('没有写入权限：/x') });
    expect(explainFileError(withCode('EIO'), '/x')).not.toHaveProperty('advice');
  });

  it('asks for room before it starts', () => {
    expect(() => requireRoom('/data', false, () => 299)).toThrow(/只剩 299 MB，需要 300 MB/);
    expect(() => requireRoom('/data', false, () => 300)).not.toThrow();
    expect(() => requireRoom('/data', true, () => 300)).toThrow(/需要 2500 MB/);
    expect(() => requireRoom(os.tmpdir(), false, undefined)).not.toThrow();
  });
});

describe('DATA_DIR', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-data-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is .data of the project unless told otherwise', () => {
    expect(parseDataDir(undefined)).toBe(path.join(ROOT, '.data'));
    expect(parseDataDir('/somewhere')).toBe('/somewhere');
  });

  it('is used by one copy at a time, and the second is told what to do', async () => {
    const release = await claimDataDir(folder, 8080);
    await expect(claimDataDir(folder, 8090)).rejects.toMatchObject({
      message: expect.stringContaining('端口 8080'),
      advice: expect.stringContaining('PORT=8090'),
    });
    release();
    (await claimDataDir(folder, 8090))();
  });

  it('must be a folder that can be made', async () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    await expect(claimDataDir(path.join(folder, 'a-file', 'inside'), 8080)).rejects.toMatchObject({ name: 'Problem', message: expect.stringContaining('不是目录') });
  });
});

describe('DATABASE_URL', () => {
  it('must be the address of a PostgreSQL database, and is not repeated when it is not', () => {
    expect(parseDatabaseUrl('postgres://u:p@db:5432/yuezheng').hostname).toBe('db');
    expect(parseDatabaseUrl('postgresql://u@db/yuezheng').pathname).toBe('/yuezheng');
    for (const text of ['', 'db:5432', 'mysql://u:secret@db/x', 'postgres://u:secret@db', 'postgres://u:secret@db/']) {
      expect(() => parseDatabaseUrl(text)).toThrow(/不是有效的 PostgreSQL 地址/);
      expect(() => parseDatabaseUrl(text)).not.toThrow(/secret/);
    }
  });

  it('says that nobody answers there', async () => {
    const port = await freePort();
    await expect(requireReachable(`postgres://u:secret@127.0.0.1:${port}/x`)).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringMatching(/^连不上数据库 127\.0\.0\.1:\d+\/x（ECONNREFUSED）/),
    });
  });

  it('says so when something else than PostgreSQL answers', async () => {
    const server = net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    await expect(requireReachable(`postgres://u:secret@127.0.0.1:${port}/x`)).rejects.toMatchObject({ name: 'Problem' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('tells a wrong password from a missing database, without repeating either', () => {
    expect(explainConnectionError(withCode('28P01', 'password authentication failed for user "u"'), 'db:5432/x').message).toContain('拒绝了用户名或密码');
    expect(explainConnectionError(withCode('3D000'), 'db:5432/x').message).toContain('不存在');
    expect(explainConnectionError(withCode('ENOTFOUND'), 'db:5432/x').message).toContain('连不上数据库 db:5432/x');
  });
});
