import { quantile } from '../../figures.mjs';
import { fire } from '../load.mjs';
import { codeOf, scanOf } from '../scan.mjs';
import { bindJwt, issueJwt } from './jwt-holder.mjs';

/** @typedef {import('../holders.mjs').Holder} Holder */
/** @typedef {import('../load.mjs').Shot} Shot */
/** The programs that do the work, and what the twin does of it. @typedef {'api' | 'floor' | 'twin' | 'bareTwin'} Way */
/** What one of them did over all rounds. @typedef {{ perSecond: number, p50: number, p99: number, scans: number }} Figure */

const WAYS = /** @type {const} */ (['api', 'floor', 'twin', 'bareTwin']);
const CONNECTIONS = 32;

/**
 * Every round all holders show four codes, each of which is scanned once in each way; the ways take turns.
 * @param {{ holders: readonly Holder[], clock: import('../counter-clock.mjs').CounterClock, clerkToken: string, urls: Record<Way, string>, jwtIssuer: import('node:crypto').KeyObject, rounds: number, warmUp: number }} setting
 * @returns {Promise<Record<Way, Figure>>}
 */
export async function compareRoutes({ holders, clock, clerkToken, urls, jwtIssuer, rounds, warmUp }) {
  const jwts = holders.map((holder, index) => issueJwt(holder, index, jwtIssuer));
  /** @type {Record<Way, { tookMs: number, latencies: number[] }>} */
  const sums = { api: sum(), floor: sum(), twin: sum(), bareTwin: sum() };
  for (let round = -warmUp; round < rounds; round += 1) {
    const { now, slots } = await clock.advance();
    const shots = {
      api: shotsOf(holders, slots, (holder, slot) => scanOf(codeOf(holder, slot), clerkToken)),
      floor: shotsOf(holders, slots, (holder, slot) => plainShot('/verify', { code: codeOf(holder, slot), now })),
      twin: shotsOf(holders, slots, (holder, slot, index) => plainShot('/verify/whole', { ...bindJwt(jwts[index], holder, slot), now }, clerkToken)),
      bareTwin: shotsOf(holders, slots, (holder, slot, index) => plainShot('/verify/bare', { ...bindJwt(jwts[index], holder, slot), now })),
    };
    // The API goes first: its clock runs on, and its codes grow old.
    for (const way of WAYS) {
      const { hits, tookMs } = await fire(urls[way], shots[way], CONNECTIONS);
      const refused = hits.find(({ status, body }) => status !== 200 || JSON.parse(body).kind !== 'accepted');
      if (refused) throw new Error(`${way}: ${refused.status} ${refused.body.slice(0, 300)}`);
      if (round < 0) continue;
      sums[way].tookMs += tookMs;
      sums[way].latencies.push(...hits.map((hit) => hit.tookMs));
    }
  }
  return { api: figureOf(sums.api), floor: figureOf(sums.floor), twin: figureOf(sums.twin), bareTwin: figureOf(sums.bareTwin) };
}

const sum = () => ({ tookMs: 0, latencies: [] });

/** @param {{ tookMs: number, latencies: number[] }} sum @returns {Figure} */
const figureOf = ({ tookMs, latencies }) => ({
  perSecond: (latencies.length / tookMs) * 1000, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), scans: latencies.length,
});

/**
 * @param {readonly Holder[]} holders
 * @param {readonly number[]} slots
 * @param {(holder: Holder, slot: number, index: number) => Shot} shot
 * @returns {Shot[]}
 */
const shotsOf = (holders, slots, shot) => slots.flatMap((slot) => holders.map((holder, index) => shot(holder, slot, index)));

/** @param {string} path @param {object} body @param {string} [token] @returns {Shot} */
const plainShot = (path, body, token) => ({ path, headers: token ? { authorization: `Bearer ${token}` } : {}, body: JSON.stringify(body) });
