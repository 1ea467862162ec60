import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { slotStart } from '@yuezheng/live-pass';
import { fromRoot } from '../../scripts/lib/paths.mjs';
import { codeOf } from '../../bench/live-pass/scan.mjs';
import { shuffled } from './seeded.mjs';

/** @typedef {{ code: string, at: number }} Scan */
/** @typedef {{ scans: number, codes: number, twice: number, naiveTwice: number, synced: boolean, reported: number }} SiteFigure */

const SITES = 3;
const BATCH = 40;
/** A code is scanned so long after its slot began. */
const AFTER_MS = 1_000;
/** How many of three sites a code is shown at. */
const SITES_OF_A_CODE = [1, 1, 1, 2, 2, 3];

/**
 * Three counters without a network are shown the same people's codes, some at more than one site and some several times
 * at once. Then all three come back and bring their uses at the same time.
 * @param {{ chance: import('./seeded.mjs').Chance, slots: number, url: string, holders: readonly import('../../bench/live-pass/holders.mjs').Holder[], clock: import('../../bench/live-pass/counter-clock.mjs').CounterClock, clerkTokens: readonly string[] }} setting
 * @returns {Promise<{ codes: number, shownElsewhereToo: number, sites: SiteFigure[] }>}
 */
export async function proveSites({ chance, slots, url, holders, clock, clerkTokens }) {
  const { slots: [, , now = 0] } = await clock.advance();
  const first = now - slots + 1;
  /** @type {Scan[][][]} */
  const orders = Array.from({ length: SITES }, () => []);
  let [codes, shownElsewhereToo] = [0, 0];
  for (let slot = first; slot <= now; slot += 1) {
    /** @type {Scan[][]} */
    const arriving = Array.from({ length: SITES }, () => []);
    for (const holder of holders) {
      const scan = { code: codeOf(holder, slot), at: slotStart(slot) + AFTER_MS };
      const where = shuffled([0, 1, 2], chance).slice(0, chance.pick(SITES_OF_A_CODE));
      codes += 1;
      shownElsewhereToo += where.length - 1;
      for (const site of where) for (let times = chance.pick([1, 1, 2, 3]); times > 0; times -= 1) arriving[site]?.push(scan);
    }
    arriving.forEach((scans, site) => orders[site]?.push(...batches(shuffled(scans, chance))));
  }
  const trust = await fetchTrust(url);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yuezheng-sites-'));
  try {
    const program = await bundle(folder);
    const figures = await Promise.all(
      orders.map((scans, site) => runSite(program, { ...trust, since: slotStart(first), url, token: clerkTokens[site % clerkTokens.length], batches: scans })),
    );
    return { codes, shownElsewhereToo, sites: figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly Scan[]} scans @returns {Scan[][]} */
const batches = (scans) => Array.from({ length: Math.ceil(scans.length / BATCH) }, (_, index) => scans.slice(index * BATCH, (index + 1) * BATCH));

/** @param {string} url */
async function fetchTrust(url) {
  const [keys, list] = await Promise.all([fetch(`${url}/api/live-pass/keys`), fetch(`${url}/api/live-pass/status`)]);
  const { keySet } = /** @type {{ keySet: string }} */ (await keys.json());
  return { keySet, statusList: Buffer.from(await list.arrayBuffer()).toString('base64url') };
}

/** @param {string} folder */
async function bundle(folder) {
  const program = path.join(folder, 'site.mjs');
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  await build({ entryPoints: [fromRoot('proof', 'site', 'main.ts')], outfile: program, bundle: true, platform: 'node', format: 'esm', conditions: ['source'], banner, logLevel: 'error' });
  return program;
}

/** @param {string} program @param {object} orders @returns {Promise<SiteFigure>} */
async function runSite(program, orders) {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(JSON.stringify(orders));
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (said === '') throw new Error(`a site ended without a word: ${complaint}`);
  return JSON.parse(said);
}
