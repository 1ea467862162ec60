import { existsSync } from 'node:fs';
import { installDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { killServices, stopServices } from './children.mjs';
import { claimDataDir, parseDataDir, requireRoom } from './data-dir.mjs';
import { parseDatabaseUrl, requireReachable } from './external-database.mjs';
import { endLeftovers, remember } from './leftovers.mjs';
import { fromRoot } from './paths.mjs';
import { parsePort, requireFreePort } from './ports.mjs';
import { ensurePostgres } from './postgres/index.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { startStack } from './stack.mjs';
import { START_TARGETS } from './targets.mjs';
import { Undo } from './undo.mjs';
import { welcome } from './welcome.mjs';

/** What is to be given back at the end. */
const undo = new Undo();

let ending = false;

/** One Ctrl-C comes twice: from the terminal and, passed on, from npm. A person's second one comes later than that. */
const SAME_CTRL_C_MS = 700;

/** @type {number | undefined} */
let firstRequestAt;

/** `npm start`: from a fresh clone to a running system; returns only when a part of it breaks down. */
export async function main() {
  for (const [signal, exitCode] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) {
    process.on(signal, () => void endOnRequest(exitCode));
  }
  endWithNpm();
  try {
    await start();
  } catch (error) {
    // While everything is being stopped, the parts that go down one after the other are no news.
    if (ending) return;
    printFailure(error);
    await end(1);
  }
}

async function start() {
  const startedAt = performance.now();
  const port = parsePort(process.env.PORT);
  const dataDir = parseDataDir(process.env.DATA_DIR);
  if (process.env.DATABASE_URL) parseDatabaseUrl(process.env.DATABASE_URL);
  undo.add(await claimDataDir(dataDir, port));
  await endLeftovers(dataDir);
  await requireFreePort(port);
  requireRoom(fromRoot(), !existsSync(fromRoot('node_modules', '.pnpm')));
  requireRoom(dataDir, false);
  await installDependencies(report);
  if (process.env.DATABASE_URL) await greet(process.env.DATABASE_URL);
  await build(START_TARGETS, report);
  const databaseUrl = await database(dataDir);
  const withSandbox = process.env.NODE_ENV !== 'production' && process.env.YUEZHENG_SANDBOX !== 'off';
  const stack = await startStack({ port, dataDir, databaseUrl, withSandbox, echo: process.env.VERBOSE === '1', onStep: report.step });
  undo.add(remember(dataDir, stack.pids));
  await welcome(stack, dataDir, report);
  report.detail(`用时 ready in ${since(startedAt)}`);
  throw await stack.broken;
}

/**
 * Before the long work of building: a database that cannot be used is known at once.
 * @param {string} databaseUrl
 */
async function greet(databaseUrl) {
  report.step('连接 DATABASE_URL 指定的数据库 · connecting to the external database');
  await requireReachable(databaseUrl);
}

/**
 * @param {string} dataDir
 * @returns {Promise<string>} the address of the database
 */
async function database(dataDir) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  report.step('启动内置 PostgreSQL · starting the embedded PostgreSQL');
  const postgres = await ensurePostgres({ dataDir });
  undo.add(postgres.stop);
  if (!postgres.folder.startsWith(dataDir)) report.detail(`数据库放在 ${postgres.folder} · the database lies there, where its user can go`);
  if (postgres.recovered) report.detail('上次没有正常停止，数据库已恢复 · the last run was cut off; the database recovered');
  return postgres.url;
}

/** @param {number} exitCode */
async function endOnRequest(exitCode) {
  firstRequestAt ??= performance.now();
  const sinceFirst = performance.now() - firstRequestAt;
  if (ending && sinceFirst < SAME_CTRL_C_MS) return;
  if (ending) {
    report.plain('\n立即停止 · stopping at once');
    endRunning();
    killServices();
    process.exit(exitCode);
  }
  report.plain('\n正在停止 · stopping');
  await end(exitCode);
}

/**
 * Stops everything in order, and then this process.
 * @param {number} exitCode
 */
async function end(exitCode) {
  ending = true;
  endRunning();
  await stopServices();
  for (const error of await undo.run()) printFailure(error);
  process.exit(exitCode);
}

/** When npm itself is killed without a word, nobody would be left to press Ctrl-C. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (!ending) void end(1);
  }, 500);
  timer.unref();
}
