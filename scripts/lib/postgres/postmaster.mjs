import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive, waitUntil } from '../process-alive.mjs';

/** What postmaster.pid says (PostgreSQL, src/include/utils/pidfile.h). @typedef {{ pid: number, port: number, ready: boolean }} Postmaster */

/**
 * @param {string} data the cluster's data folder
 * @returns {Postmaster | undefined} the running postmaster of that folder, if there is one
 */
export function findPostmaster(data) {
  const lines = readLines(data);
  const pid = Number(lines[0]);
  if (!lines.length || !isAlive(pid)) return undefined;
  // After a restart of the machine or of a container the number may be somebody else's.
  const command = commandOf(pid);
  if (!command.includes('postgres') || !command.includes(lines[1] ?? '')) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** @param {string} data */
function readLines(data) {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Stops a postmaster in order; ends it at once if it does not come to an end.
 * @param {number} pid
 * @param {number} [patienceMs]
 */
export async function stopPostmaster(pid, patienceMs = 20_000) {
  // SIGINT is PostgreSQL's “fast shutdown”: sessions are ended, what was committed is written.
  for (const [signal, wait] of /** @type {const} */ ([['SIGINT', patienceMs], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]])) {
    if (!send(pid, signal) || (await waitUntil(() => !isAlive(pid), wait))) return;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @returns {boolean} whether there was somebody to receive it
 */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/**
 * Removes what a postmaster that is no longer there left behind, else its number, used again by another program, would keep PostgreSQL from starting.
 * @param {string} data
 */
export function forgetDeadPostmaster(data) {
  if (!findPostmaster(data)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
}
