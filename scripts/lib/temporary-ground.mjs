import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopServices } from './children.mjs';
import { Problem } from './problem.mjs';
import { printFailure, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { temporaryPostgres } from './temporary-postgres.mjs';
import { temporaryStacks } from './temporary-stacks.mjs';
import { Undo } from './undo.mjs';

/** What figures are taken on: a folder, a database server and servers of their own, gone afterwards. @typedef {{ dataDir: string, databaseUrl: string, withStack: import('./temporary-stacks.mjs').WithStack }} Ground */

const undo = new Undo();

/**
 * Runs a command on temporary ground, and leaves nothing of it behind however it ends.
 * @param {(args: readonly string[], prepare: () => Promise<Ground>) => Promise<boolean>} command false: it exits with 1
 */
export async function onTemporaryGround(command) {
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  try {
    process.exitCode = (await command(process.argv.slice(2), prepare)) ? 0 : 1;
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
  await stopServices();
  await undo.run();
}

/**
 * @template {string} Name
 * @param {readonly string[]} wanted all when there are none
 * @param {readonly Name[]} names
 * @returns {Name[]} in the order of `names`
 * @throws Problem for a name that is none of them
 */
export function chosen(wanted, names) {
  const unknown = wanted.find((name) => !names.some((known) => known === name));
  if (unknown) throw new Problem(`没有这一项：${unknown}；可选 ${names.join('、')} · no such part`);
  return names.filter((name) => wanted.length === 0 || wanted.includes(name));
}

/** @returns {Promise<Ground>} */
async function prepare() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-figures-'));
  undo.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const databaseUrl = await temporaryPostgres(dataDir, report, undo);
  return { dataDir, databaseUrl, withStack: temporaryStacks(dataDir) };
}

/** @param {number} exitCode */
async function stop(exitCode) {
  endRunning();
  await stopServices();
  await undo.run();
  process.exit(exitCode);
}
