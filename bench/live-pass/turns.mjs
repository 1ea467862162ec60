import { quantile } from '../figures.mjs';

/** @typedef {{ medianMicroseconds: number, p95Microseconds: number, perSecond: number }} Speed */
/** One way of doing the same work, for the sample of that number. @typedef {(sample: number) => unknown} Work */

/** A noisy moment of the machine falls on all ways, because they take turns this often. */
const ROUND = 20;

/**
 * Times several ways of doing the same work in turns.
 * @template {string} Way
 * @param {Record<Way, Work>} ways
 * @param {number} samples of each; the first fifth warms up and is left out
 * @returns {Promise<Record<Way, number[]>>} durations in milliseconds
 */
export async function inTurns(ways, samples) {
  const names = /** @type {Way[]} */ (Object.keys(ways));
  const taken = /** @type {Record<Way, number[]>} */ ({});
  for (const name of names) taken[name] = [];
  for (let start = 0; start < samples; start += ROUND) {
    for (const name of names) {
      for (let sample = start; sample < Math.min(start + ROUND, samples); sample += 1) {
        const startedAt = performance.now();
        const answer = ways[name](sample);
        if (answer instanceof Promise) await answer;
        taken[name].push(performance.now() - startedAt);
      }
    }
  }
  for (const name of names) taken[name] = taken[name].slice(Math.floor(samples / 5));
  return taken;
}

/**
 * @param {readonly number[]} durations in milliseconds
 * @returns {Speed}
 */
export function speedOf(durations) {
  const at = (/** @type {number} */ share) => quantile(durations, share);
  const mean = durations.reduce((sum, duration) => sum + duration, 0) / durations.length;
  return { medianMicroseconds: round(at(0.5) * 1000), p95Microseconds: round(at(0.95) * 1000), perSecond: Math.round(1000 / mean) };
}

/**
 * @param {Speed} ours
 * @param {Speed} theirs
 * @returns {number} how many times ours is as quick, by medians
 */
export function timesAsQuick(ours, theirs) {
  return round(theirs.medianMicroseconds / ours.medianMicroseconds, 2);
}

/** @param {number} value @param {number} [digits] */
function round(value, digits = 1) {
  return Number(value.toFixed(digits));
}
