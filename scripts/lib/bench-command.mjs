import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyDatabase, databaseNamed } from '../../bench/databases.mjs';
import { table } from '../../bench/figures.mjs';
import { compare, makeRecording } from '../../bench/measure.mjs';
import { readRecording } from '../../bench/recording.mjs';
import { prepareResidents, warmUp } from '../../bench/residents.mjs';
import { installDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { stopServices } from './children.mjs';
import { fromRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { ensurePostgres } from './postgres/index.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { startStack } from './stack.mjs';
import { TARGETS, workspacesIn } from './targets.mjs';
import { Undo } from './undo.mjs';

const MEASURED = 300;
/** Those who only warm the API up, and how often each of them submits. */
const WARM_UP = { residents: 100, rounds: 12 };

const undo = new Undo();

/** `npm run bench`: how much longer the API takes than its own SQL through bare `pg`. Exits 0 whenever it could measure. */
export async function main() {
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  try {
    await bench();
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
  await stopServices();
  await undo.run();
}

async function bench() {
  const startedAt = performance.now();
  await installDependencies(report);
  const programs = [...workspacesIn('packages'), 'apps/server', 'apps/sandbox'].map((dir) => fromRoot(dir));
  await build(TARGETS.filter(({ dir }) => programs.includes(dir)).map(({ name }) => name), report);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-bench-'));
  undo.add(() => rmSync(dataDir, { recursive: true, force: true }));
  report.step('启动临时 PostgreSQL · starting a PostgreSQL of its own');
  const postgres = await ensurePostgres({ dataDir });
  undo.add(() => rmSync(postgres.folder, { recursive: true, force: true }));
  undo.add(postgres.stop);

  const count = WARM_UP.residents + MEASURED;
  report.step(`准备 ${count} 位居民和他们的草稿 · preparing residents and their drafts`);
  const everybody = await withStack(dataDir, postgres.url, {}, (stack) => prepareResidents(stack, count));
  const [first, residents] = [everybody.slice(0, WARM_UP.residents), everybody.slice(WARM_UP.residents)];
  await copyDatabase(postgres.url, ['bench_recorded', 'bench_plain', 'bench_prepared']);

  report.step('记录每个请求的 SQL · recording the SQL of each request');
  const file = path.join(dataDir, 'statements');
  const recorder = { NODE_OPTIONS: `--require=${fromRoot('bench', 'recorder.cjs')}`, BENCH_RECORD_FILE: file };
  await withStack(dataDir, databaseNamed(postgres.url, 'bench_recorded'), recorder, ({ url }) => makeRecording(url, residents));

  const comparisons = await withStack(dataDir, postgres.url, {}, async ({ url }) => {
    report.step('预热 · warming up');
    await warmUp(url, first, WARM_UP.rounds);
    report.step('测量 · measuring');
    const [plainUrl, preparedUrl] = [databaseNamed(postgres.url, 'bench_plain'), databaseNamed(postgres.url, 'bench_prepared')];
    return compare({ url, plainUrl, preparedUrl, residents, recording: readRecording(file) });
  });
  report.title('API ÷ pg：同样的 SQL，同一台机器，轮流测量 · the same SQL, one machine, in turns');
  for (const line of table(comparisons)) report.plain(line);
  const [load = 0] = os.loadavg();
  report.detail(`Node ${process.version}, ${os.availableParallelism()} cores, load ${load.toFixed(1)}; PostgreSQL as npm start runs it; one request at a time; took ${since(startedAt)}`);
}

/**
 * @template T
 * @param {string} dataDir its keys open what any of the copies holds
 * @param {string} databaseUrl
 * @param {Record<string, string>} env more variables for the API
 * @param {(stack: import('./stack.mjs').Stack) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withStack(dataDir, databaseUrl, env, work) {
  const settings = { H5_DIR: '', CONSOLE_DIR: '', RATE_LIMIT_PER_IP: '0', RATE_LIMIT_PER_SESSION: '0' };
  const stack = await startStack({ port: await freePort(), dataDir, databaseUrl, withSandbox: true, env: { ...settings, ...env }, echo: process.env.VERBOSE === '1' });
  try {
    return await Promise.race([work(stack), stack.broken.then((problem) => Promise.reject(problem))]);
  } finally {
    await stack.stop();
  }
}

/** @param {number} exitCode */
async function stop(exitCode) {
  endRunning();
  await stopServices();
  await undo.run();
  process.exit(exitCode);
}
