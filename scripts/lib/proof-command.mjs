import { Problem } from './problem.mjs';
import { since, terminal as report } from './report.mjs';
import { chosen, onTemporaryGround } from './temporary-ground.mjs';

const NAMES = /** @type {const} */ (['scans', 'mutations', 'sites', 'decode']);
const DEFAULT_SEED = 20_261_122;
const SEED = '--seed=';

/** `npm run proof [-- <proof>… --seed=<n> --small]`: exits 1 when one of them does not hold. */
export const main = () => onTemporaryGround(prove);

/**
 * @param {readonly string[]} args
 * @param {() => Promise<import('./temporary-ground.mjs').Ground>} prepare
 * @returns {Promise<boolean>} whether all of them hold
 */
async function prove(args, prepare) {
  const startedAt = performance.now();
  const seed = Number(args.find((arg) => arg.startsWith(SEED))?.slice(SEED.length) ?? DEFAULT_SEED);
  if (!Number.isSafeInteger(seed)) throw new Problem('--seed 须为整数 · --seed takes a whole number');
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--small' && !arg.startsWith(SEED));
  if (unknown) throw new Problem(`没有这个选项：${unknown} · no such option`);
  /** @type {'whole' | 'small'} */
  const size = args.includes('--small') ? 'small' : 'whole';
  const names = chosen(args.filter((arg) => !arg.startsWith('--')), NAMES);
  const setting = { seed, size, ...(await prepare()) };
  // Only now is everything installed and built that the proofs import.
  const { PROOFS } = await import('../../proof/live-pass/proofs.mjs');
  let allHold = true;
  for (const name of names) {
    report.step(`${name}（seed ${seed}）`);
    const { holds, lines } = await PROOFS[name](setting);
    for (const line of lines) report.plain(`  ${line}`);
    if (holds) report.ok(`${name} holds`);
    else report.warn(`${name} does not hold`);
    allHold &&= holds;
  }
  report.detail(`took ${since(startedAt)}`);
  return allHold;
}
