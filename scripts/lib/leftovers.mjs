import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive, waitUntil } from './process-alive.mjs';

/** @typedef {{ pid: number, command: string }} Mark enough to know a process again, its number alone may be reused */

/** @param {string} dataDir */
const fileOf = (dataDir) => path.join(dataDir, 'running.json');

/**
 * Notes the programs that run for this DATA_DIR, in case nobody is left to stop them.
 * @param {string} dataDir
 * @param {number[]} pids
 * @returns {() => void} forgets them
 */
export function remember(dataDir, pids) {
  /** @type {Mark[]} */
  const marks = pids.map((pid) => ({ pid, command: commandOf(pid) }));
  writeFileSync(fileOf(dataDir), JSON.stringify(marks));
  return () => rmSync(fileOf(dataDir), { force: true });
}

/**
 * Ends the programs of a start that was killed, if they have not ended by themselves.
 * @param {string} dataDir
 */
export async function endLeftovers(dataDir) {
  for (const { pid, command } of marksOf(dataDir)) {
    const same = () => isAlive(pid) && commandOf(pid) === command;
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
      if (same()) process.kill(pid, signal);
      await waitUntil(() => !same(), 8_000);
    }
  }
  rmSync(fileOf(dataDir), { force: true });
}

/**
 * @param {string} dataDir
 * @returns {Mark[]}
 */
function marksOf(dataDir) {
  try {
    const marks = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
    return Array.isArray(marks) ? marks.filter(({ pid, command }) => Number.isInteger(pid) && pid > 1 && command) : [];
  } catch {
    return [];
  }
}
