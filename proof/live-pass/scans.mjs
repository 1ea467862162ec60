import pg from 'pg';
import { fire } from '../../bench/live-pass/load.mjs';
import { codeOf, scanOf } from '../../bench/live-pass/scan.mjs';
import { checkThenInsert } from './naive-uses.mjs';
import { presentationOf } from './presented.mjs';
import { shuffled } from './seeded.mjs';

/** @typedef {{ codes: number, scans: number, accepted: number, doubles: number, neverAccepted: number, serverErrors: number, perSecond: number, naive: { doubles: number } }} ScansFigure */

const CONNECTIONS = 64;

/**
 * Everybody's code is scanned many times at once at two counters, in an order that the seed gives: each must be accepted
 * exactly once. The same scans then go to a twin that looks first and inserts afterwards.
 * @param {{ chance: import('./seeded.mjs').Chance, waves: number, scansOfEach: number, url: string, databaseUrl: string, holders: readonly import('../../bench/live-pass/holders.mjs').Holder[], clock: import('../../bench/live-pass/counter-clock.mjs').CounterClock, clerkTokens: readonly string[] }} setting
 * @returns {Promise<ScansFigure>}
 */
export async function proveScans({ chance, waves, scansOfEach, url, databaseUrl, holders, clock, clerkTokens }) {
  /** @type {Map<string, number>} */
  const accepted = new Map();
  /** @type {string[]} */
  const presented = [];
  let [scans, serverErrors, tookMs] = [0, 0, 0];
  for (let wave = 0; wave < waves; wave += 1) {
    const { slots } = await clock.advance();
    const slot = /** @type {number} */ (slots[2]);
    const codes = holders.map((holder) => codeOf(holder, slot));
    const order = shuffled(codes.flatMap((code) => Array.from({ length: scansOfEach }, () => code)), chance);
    const shots = order.map((code) => scanOf(code, chance.pick(clerkTokens)));
    const fired = await fire(url, shots, CONNECTIONS);
    tookMs += fired.tookMs;
    scans += order.length;
    presented.push(...order.map(presentationOf));
    fired.hits.forEach(({ status, body }, index) => {
      if (status >= 500) serverErrors += 1;
      const code = /** @type {string} */ (order[index]);
      if (status === 200 && JSON.parse(body).kind === 'accepted') accepted.set(code, (accepted.get(code) ?? 0) + 1);
    });
  }
  const codes = new Set(presented).size;
  const counts = [...accepted.values()];
  return {
    codes, scans, serverErrors, accepted: counts.reduce((sum, count) => sum + count, 0), doubles: counts.filter((count) => count > 1).length,
    neverAccepted: codes - accepted.size, perSecond: (scans / tookMs) * 1000, naive: await naiveTwin(databaseUrl, presented),
  };
}

/**
 * @param {string} databaseUrl
 * @param {readonly string[]} presented
 */
async function naiveTwin(databaseUrl, presented) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
  try {
    return { doubles: await checkThenInsert(pool, presented, CONNECTIONS) };
  } finally {
    await pool.end();
  }
}
