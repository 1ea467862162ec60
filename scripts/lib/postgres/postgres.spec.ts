import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { isAlive, waitUntil } from '../process-alive.mjs';
import { ensurePostgres, type RunningPostgres, throwawayPostgres } from './index.mjs';

const MODULE = path.join(__dirname, 'index.mjs');

async function ask(url: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(sql);
    return rows.map((row) => Object.values(row).join('|'));
  } finally {
    await client.end();
  }
}

interface Holder {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly companion: number;
}

/** Another program that starts the database and then waits; tells the numbers of its processes. */
async function holderOf(dataDir: string, options: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {}): Promise<Holder> {
  const program = `
    const { ensurePostgres } = await import(${JSON.stringify(MODULE)});
    const running = await ensurePostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify(running));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...options });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)));
    child.once('close', () => reject(new Error(said)));
  });
  return { child, ...(JSON.parse(told) as { pid: number; companion: number }) };
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let running: RunningPostgres | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-spec-'));
    chmodSync(dataDir, 0o755);
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is UTF-8 with the same order of rows everywhere, whatever LANG is, and keeps its data', async () => {
    running = await ensurePostgres({ dataDir });
    expect(await ask(running.url, 'SHOW server_encoding')).toEqual(['UTF8']);
    expect(await ask(running.url, 'SHOW timezone')).toEqual(['UTC']);
    expect(await ask(running.url, "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'yuezheng'")).toEqual(['b|C.UTF-8']);
    await ask(running.url, "CREATE TABLE notes AS SELECT '居住证' AS text");
    await running.stop();
    expect(isAlive(running.pid)).toBe(false);
    running = await ensurePostgres({ dataDir });
    expect(running.recovered).toBe(false);
    expect(await ask(running.url, 'SELECT text FROM notes')).toEqual(['居住证']);
  });

  it('lets nobody in without the password', async () => {
    running = await ensurePostgres({ dataDir });
    const url = new URL(running.url);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('ends when its starter is killed without a word', async () => {
    const { child, pid } = await holderOf(dataDir);
    child.kill('SIGKILL');
    expect(await waitUntil(() => !isAlive(pid), 10_000)).toBe(true);
  });

  it('takes over from a server that a killed starter left running', async () => {
    const { child, pid, companion } = await holderOf(dataDir);
    process.kill(companion, 'SIGKILL');
    child.kill('SIGKILL');
    await waitUntil(() => !isAlive(child.pid ?? 0), 5_000);
    expect(isAlive(pid)).toBe(true);
    running = await ensurePostgres({ dataDir });
    expect(running.recovered).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(await ask(running.url, 'SELECT 1')).toEqual(['1']);
  });

  it('starts although the number in a left postmaster.pid belongs to another program now', async () => {
    running = await ensurePostgres({ dataDir });
    const pidFile = path.join(running.folder, 'data', 'postmaster.pid');
    const left = readFileSync(pidFile, 'utf8');
    await running.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    running = await ensurePostgres({ dataDir });
    expect(await ask(running.url, 'SELECT 1')).toEqual(['1']);
  });

  it('starts after a first start that was cut off half-way', async () => {
    running = await ensurePostgres({ dataDir });
    const { folder } = running;
    await running.stop();
    rmSync(path.join(folder, 'data'), { recursive: true });
    writeFileSync(path.join(folder, 'data.new'), 'half');
    running = await ensurePostgres({ dataDir });
    expect(await ask(running.url, 'SELECT 1')).toEqual(['1']);
  });

  it('leaves nothing of a throw-away cluster', async () => {
    const throwaway = await throwawayPostgres();
    expect(await ask(throwaway.url, 'SHOW fsync')).toEqual(['off']);
    await throwaway.stop();
    expect(isAlive(throwaway.pid)).toBe(false);
    expect(() => readdirSync(throwaway.folder)).toThrow(/ENOENT/);
  });

  it('runs for an ordinary user, with an empty environment', async () => {
    chmodSync(dataDir, 0o777);
    const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { child, pid } = await holderOf(dataDir, { ...ordinary, env: {} });
    child.kill('SIGTERM');
    expect(await waitUntil(() => !isAlive(pid), 10_000)).toBe(true);
  });
});
