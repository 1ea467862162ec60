import os from 'node:os';
import { since, terminal as report } from './report.mjs';
import { chosen, onTemporaryGround } from './temporary-ground.mjs';

/** What can be measured alone, such as `npm run bench -- live-pass`; loaded when everything that it imports is installed and built. */
const PARTS = /** @type {const} */ ({
  cases: async () => (await import('../../bench/cases/run.mjs')).benchCases,
  'live-pass': async () => (await import('../../bench/live-pass/run.mjs')).benchLivePass,
});

/** `npm run bench [-- <part>…]`: figures as ratios, all in one run. Exits 0 whenever it could measure. */
export const main = () => onTemporaryGround(bench);

/**
 * @param {readonly string[]} args parts; all when there are none
 * @param {() => Promise<import('./temporary-ground.mjs').Ground>} prepare
 */
async function bench(args, prepare) {
  const startedAt = performance.now();
  const parts = chosen(args, /** @type {(keyof typeof PARTS)[]} */ (Object.keys(PARTS)));
  const ground = await prepare();
  /** @type {string[]} */
  const tables = [];
  for (const part of parts) tables.push(...(await (await PARTS[part]())(ground, report)), '');
  for (const line of tables) report.plain(line);
  const [load = 0] = os.loadavg();
  report.detail(`Node ${process.version}, ${os.availableParallelism()} cores, load ${load.toFixed(1)}; PostgreSQL as npm start runs it; took ${since(startedAt)}`);
  return true;
}
