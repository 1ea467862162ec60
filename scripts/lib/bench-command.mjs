import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchCases } from '../../bench/cases/run.mjs';
import { benchLivePass } from '../../bench/live-pass/run.mjs';
import { stopServices } from './children.mjs';
import { Problem } from './problem.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { temporaryPostgres } from './temporary-postgres.mjs';
import { temporaryStacks } from './temporary-stacks.mjs';
import { Undo } from './undo.mjs';

/** What can be measured alone: `npm run bench -- live-pass`. */
const PARTS = { cases: benchCases, 'live-pass': benchLivePass };

/** @typedef {{ dataDir: string, databaseUrl: string, withStack: import('./temporary-stacks.mjs').WithStack }} Bench */

const undo = new Undo();

/** `npm run bench`: figures as ratios, all in one run. Exits 0 whenever it could measure. */
export async function main() {
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  try {
    await bench(process.argv.slice(2));
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
  await stopServices();
  await undo.run();
}

/** @param {readonly string[]} wanted parts; all when there are none */
async function bench(wanted) {
  const startedAt = performance.now();
  const unknown = wanted.find((name) => !(name in PARTS));
  if (unknown) throw new Problem(`没有这一项：${unknown}；可选 ${Object.keys(PARTS).join('、')} · no such part`);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-bench-'));
  undo.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const databaseUrl = await temporaryPostgres(dataDir, report, undo);
  /** @type {Bench} */
  const setting = { dataDir, databaseUrl, withStack: temporaryStacks(dataDir) };
  /** @type {string[]} */
  const tables = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) tables.push(...(await part(setting, report)), '');
  }
  for (const line of tables) report.plain(line);
  const [load = 0] = os.loadavg();
  report.detail(`Node ${process.version}, ${os.availableParallelism()} cores, load ${load.toFixed(1)}; PostgreSQL as npm start runs it; took ${since(startedAt)}`);
}

/** @param {number} exitCode */
async function stop(exitCode) {
  endRunning();
  await stopServices();
  await undo.run();
  process.exit(exitCode);
}
