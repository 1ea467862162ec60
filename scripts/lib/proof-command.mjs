import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROOFS } from '../../proof/live-pass/proofs.mjs';
import { stopServices } from './children.mjs';
import { Problem } from './problem.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { temporaryPostgres } from './temporary-postgres.mjs';
import { temporaryStacks } from './temporary-stacks.mjs';
import { Undo } from './undo.mjs';

const DEFAULT_SEED = 20_261_122;
const undo = new Undo();

/** `npm run proof [-- <proof>… --seed=<n> --small]`: exits 1 when one of them does not hold. */
export async function main() {
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  try {
    process.exitCode = (await prove(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
  await stopServices();
  await undo.run();
}

/** @param {readonly string[]} args @returns {Promise<boolean>} whether all of them hold */
async function prove(args) {
  const startedAt = performance.now();
  const seed = Number(args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? DEFAULT_SEED);
  if (!Number.isSafeInteger(seed)) throw new Problem('--seed 须为整数 · --seed takes a whole number');
  /** @type {'whole' | 'small'} */
  const size = args.includes('--small') ? 'small' : 'whole';
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((name) => !(name in PROOFS));
  if (unknown) throw new Problem(`没有这一项：${unknown}；可选 ${Object.keys(PROOFS).join('、')} · no such proof`);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-proof-'));
  undo.add(() => rmSync(dataDir, { recursive: true, force: true }));
  const databaseUrl = await temporaryPostgres(dataDir, report, undo);
  const setting = { seed, size, databaseUrl, withStack: temporaryStacks(dataDir) };
  let allHold = true;
  for (const [name, proof] of Object.entries(PROOFS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    report.step(`${name}（seed ${seed}）`);
    const { holds, lines } = await proof(setting);
    for (const line of lines) report.plain(`  ${line}`);
    if (holds) report.ok(`${name} holds`);
    else report.warn(`${name} does not hold`);
    allHold &&= holds;
  }
  report.detail(`took ${since(startedAt)}`);
  return allHold;
}

/** @param {number} exitCode */
async function stop(exitCode) {
  endRunning();
  await stopServices();
  await undo.run();
  process.exit(exitCode);
}
