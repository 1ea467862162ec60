import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fromRoot } from '../scripts/lib/paths.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { isAlive, waitUntil } from '../scripts/lib/process-alive.mjs';

/** `npm start` as a person sees it: what it says, and what is left when it has gone. */
interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** The last line of the welcome: everything before it has been said by then. */
const READY = '按 Ctrl-C 停止';

describe('npm start', () => {
  let dataDir: string;
  let port: number;
  const running: ChildProcess[] = [];

  beforeEach(async () => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-start-'));
    // Started by root, the database runs as another user, who has to get to its folder.
    chmodSync(dataDir, 0o711);
    port = await freePort();
  });

  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await waitUntil(() => !partsOf(dataDir).some(isAlive), 20_000);
    rmSync(dataDir, { recursive: true, force: true });
  });

  function start(env: Record<string, string> = {}): Started {
    const child = spawn(process.execPath, [fromRoot('scripts', 'start.mjs')], {
      cwd: fromRoot(),
      env: { PATH: process.env.PATH, HOME: dataDir, PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    return { process: child, said: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
  }

  async function untilReady({ process: child, said }: Started): Promise<void> {
    await waitUntil(() => said().includes(READY) || child.exitCode !== null, 60_000);
    if (!said().includes(READY)) throw new Error(`did not become ready:\n${said()}`);
  }

  const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).status;

  it('comes up with its addresses and people within five seconds, and a SIGTERM leaves nothing', async () => {
    const startedAt = performance.now();
    const first = start();
    await untilReady(first);
    expect(await health()).toBe(200);
    for (const text of [`http://localhost:${port}/`, '/console', '/api/docs', '/sandbox/', '林晓岚', '工作人员账号']) expect(first.said()).toContain(text);
    const parts = partsOf(dataDir);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(143);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.filter(isAlive)).toEqual([]);
    await expect(health()).rejects.toThrow();
    const again = performance.now();
    await untilReady(start());
    // The first also made the database; on a busy machine both take longer, so the second is held against the first as well.
    expect(performance.now() - again).toBeLessThan(Math.max(5_000, again - startedAt));
  }, 120_000);

  it('comes up again after a kill -9, and nothing of the first is left', async () => {
    const first = start();
    await untilReady(first);
    const parts = partsOf(dataDir);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = start();
    await untilReady(second);
    expect(await health()).toBe(200);
    expect(parts.filter(isAlive)).toEqual([]);
  }, 120_000);

  it('leaves nothing for long after a kill -9, even if nobody starts it again', async () => {
    const first = start();
    await untilReady(first);
    const parts = partsOf(dataDir);
    first.process.kill('SIGKILL');
    expect(await waitUntil(() => !parts.some(isAlive), 20_000)).toBe(true);
  }, 120_000);

  it('says which part broke down, and stops the others', async () => {
    const first = start();
    await untilReady(first);
    const parts = partsOf(dataDir);
    process.kill(apiOf(dataDir), 'SIGKILL');
    expect(await first.ended).toBe(1);
    expect(first.said()).toContain('api 意外停止（SIGKILL）');
    expect(parts.filter(isAlive)).toEqual([]);
  }, 120_000);

  it('says that a port is taken and how to choose another', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const attempt = start();
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toContain(`端口 ${port} 已被其他程序占用`);
    expect(attempt.said()).toMatch(/PORT=\d+ npm start/);
    await new Promise((resolve) => other.close(resolve));
  });

  it('says that the database of DATABASE_URL cannot be reached, without its password', async () => {
    const nobody = await freePort();
    const attempt = start({ DATABASE_URL: `postgres://u:verysecret@127.0.0.1:${nobody}/yuezheng` });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toContain(`连不上数据库 127.0.0.1:${nobody}/yuezheng`);
    expect(attempt.said()).not.toContain('verysecret');
  }, 60_000);

  it('says that DATA_DIR cannot be used', async () => {
    const file = path.join(dataDir, 'a-file');
    writeFileSync(file, '');
    const attempt = start({ DATA_DIR: path.join(file, 'inside') });
    expect(await attempt.ended).toBe(1);
    expect(attempt.said()).toContain('不是目录');
  });

  it('keeps two copies from one DATA_DIR, and lets them run side by side with one each', async () => {
    const first = start();
    await untilReady(first);
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`正被另一个粤证使用（进程 ${first.process.pid}，端口 ${port}）`);
    const third = start({ PORT: String(await freePort()), DATA_DIR: path.join(dataDir, 'other') });
    await untilReady(third);
    expect(await health()).toBe(200);
    third.process.kill('SIGTERM');
    await third.ended;
  }, 120_000);
});

/** The numbers of everything that runs for a DATA_DIR: sandbox, API, PostgreSQL. */
function partsOf(dataDir: string): number[] {
  const postgres = postgresOf(dataDir);
  return [...servicesOf(dataDir), ...(postgres ? [postgres] : [])];
}

function servicesOf(dataDir: string): number[] {
  try {
    const marks = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')) as { pid: number }[];
    return marks.map(({ pid }) => pid);
  } catch {
    return [];
  }
}

function apiOf(dataDir: string): number {
  return servicesOf(dataDir).at(-1) ?? 0;
}

function postgresOf(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
