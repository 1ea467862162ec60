import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './problem.mjs';
import { commandOf, isAlive } from './process-alive.mjs';

/** @typedef {{ pid: number, command: string, note: string }} Owner */

/**
 * Takes a lock held in a file, if nobody alive holds it. A lock left by a killed process counts for nothing.
 * @param {string} file
 * @param {string} [note] told to whoever finds the lock taken
 * @returns {{ held: true, release(): void } | { held: false, owner: Owner }}
 */
export function tryLock(file, note = '') {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, command: commandOf(process.pid), note });
  for (;;) {
    if (createWith(file, mine)) return { held: true, release: () => releaseIfMine(file, mine) };
    const found = read(file);
    if (found === undefined) continue;
    const owner = parse(found);
    if (owner && isAlive(owner.pid) && commandOf(owner.pid) === owner.command) return { held: false, owner };
    removeStale(file, found);
  }
}

/**
 * Waits for the lock.
 * @param {string} file
 * @param {(owner: Owner) => void} onWait called once when somebody else holds it
 * @returns {Promise<() => void>} releases the lock
 */
export async function waitForLock(file, onWait) {
  let told = false;
  for (;;) {
    const attempt = tryLock(file);
    if (attempt.held) return attempt.release;
    if (!told) onWait(attempt.owner);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * The file appears with its content or not at all, so that nobody reads half a lock.
 * @param {string} file
 * @param {string} content
 */
function createWith(file, content) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text
 * @returns {Owner | undefined}
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value?.pid === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Two processes may find the same dead lock: only the one that moves that very file away goes on.
 * @param {string} file
 * @param {string} found
 */
function removeStale(file, found) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== found) createWith(file, read(aside) ?? '');
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {string} mine
 */
function releaseIfMine(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}
