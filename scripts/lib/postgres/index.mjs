import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { watchOver } from '../companion.mjs';
import { freePort } from '../ports.mjs';
import { waitUntil } from '../process-alive.mjs';
import { findBinaries } from './binaries.mjs';
import { createIfMissing, DATABASE, dataOf, explainFailure, launch, logOf, passwordOf, USER } from './cluster.mjs';
import { asUser, postgresIdentity } from './identity.mjs';
import { databaseFolder } from './place.mjs';
import { findPostmaster, forgetDeadPostmaster, stopPostmaster } from './postmaster.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/** Those who use the database notice the same death, and get the time to leave in order. */
const ORPHAN_ENDS_AFTER_S = 3;

/**
 * @typedef {object} RunningPostgres
 * @property {string} url postgres://… of the database `yuezheng`; its user may create others
 * @property {number} pid of the postmaster
 * @property {number | undefined} companion the process that stops it when this one is killed
 * @property {string} folder where the data lie
 * @property {boolean} recovered a server left by a killed process was found and stopped first
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the embedded PostgreSQL over the data of DATA_DIR; makes them when there are none.
 * @param {{ dataDir: string }} options
 * @returns {Promise<RunningPostgres>}
 * @throws {import('../problem.mjs').Problem} when it cannot start
 */
export async function ensurePostgres({ dataDir }) {
  const identity = postgresIdentity();
  return start({ folder: databaseFolder(dataDir, identity), identity, binaries: findBinaries(identity), throwaway: false });
}

/**
 * A fast, empty PostgreSQL for tests and measurements; stopping it removes it.
 * @returns {Promise<RunningPostgres>}
 */
export async function throwawayPostgres() {
  const identity = postgresIdentity();
  const home = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-test-'));
  // PostgreSQL's user has to get through to its own folder.
  chmodSync(home, 0o711);
  const running = await start({ folder: databaseFolder(home, identity), identity, binaries: findBinaries(identity), throwaway: true });
  const stop = async () => {
    await running.stop();
    rmSync(running.folder, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  return { ...running, stop };
}

/**
 * @param {Cluster} cluster
 * @returns {Promise<RunningPostgres>}
 */
async function start(cluster) {
  const data = dataOf(cluster);
  const left = findPostmaster(data);
  if (left) await stopPostmaster(left.pid);
  forgetDeadPostmaster(data);
  createIfMissing(cluster);
  const { pid, port, companion } = await launchOnFreePort(cluster);
  return {
    url: `postgres://${USER}:${passwordOf(cluster)}@127.0.0.1:${port}/${DATABASE}`,
    pid,
    companion: companion.pid,
    folder: cluster.folder,
    recovered: left !== undefined,
    stop: async () => {
      await stopPostmaster(pid);
      companion.dismiss();
    },
  };
}

/**
 * Between finding a free port and listening on it somebody may take it, so it is tried again.
 * @param {Cluster} cluster
 * @returns {Promise<{ pid: number, port: number, companion: import('../companion.mjs').Companion }>}
 */
async function launchOnFreePort(cluster) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const logStart = readLog(cluster).length;
    const child = launch(cluster, port);
    if (!child.pid) throw explainFailure(await spawnError(child));
    const { pid } = child;
    // At once, so that it is looked after even if we are stopped while it starts.
    const companion = watchOver({
      name: 'yuezheng-postgres-watch',
      target: pid,
      signal: 'INT',
      afterSeconds: ORPHAN_ENDS_AFTER_S,
      user: asUser(cluster.identity),
    });
    const ended = () => child.exitCode !== null || child.signalCode !== null;
    const ready = () => findPostmaster(dataOf(cluster))?.ready ?? false;
    await waitUntil(() => ready() || ended(), 60_000);
    if (!ended() && ready()) return { pid, port, companion };
    await stopPostmaster(pid);
    companion.dismiss();
    const said = readLog(cluster).slice(logStart);
    if (attempt === 3 || !/Address already in use/i.test(said)) throw explainFailure(said);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child that has no number, because it was never started
 * @returns {Promise<string>}
 */
function spawnError(child) {
  return new Promise((resolve) => child.once('error', ({ message }) => resolve(message)));
}

/** @param {Cluster} cluster */
function readLog(cluster) {
  try {
    return readFileSync(logOf(cluster), 'utf8');
  } catch {
    return '';
  }
}
