import { createCredentialCache, FRESHNESS_WINDOW_MS, verifyPresentation } from '@yuezheng/live-pass';
import { fileURLToPath } from 'node:url';
import { makeWorld } from './good-codes.mjs';
import { mutations } from './mutations.mjs';
import { naiveAccepts } from './naive-verifier.mjs';
import { seeded } from './seeded.mjs';

export { mutations };

/** @typedef {import('./good-codes.mjs').World} World */
/** @typedef {{ sent: number, accepted: number, thrown: number, reasons: Record<string, number>, naiveAccepted: number, naiveThrown: number }} Tally */

const PHONES = 50;
const HOUR = 3_600_000;

/**
 * Sends damaged, forged, old and used codes to the package's verifier, whose cache knows the genuine credentials, and
 * to one that makes the usual mistakes.
 * @param {{ seed?: number, count?: number }} [options]
 */
export async function run({ seed = 20_261_122, count = 100_000 } = {}) {
  const world = makeWorld(seeded(seed), PHONES);
  const judge = verifierOf(world);
  const goodAccepted = world.codes.filter((code) => judge(code) === 'accepted').length;
  /** @type {Record<string, Tally>} */
  const kinds = {};
  for (const { kind, code } of mutations(seed, count, goodCodes(world))) {
    const tally = (kinds[kind] ??= { sent: 0, accepted: 0, thrown: 0, reasons: {}, naiveAccepted: 0, naiveThrown: 0 });
    tally.sent += 1;
    const verdict = attempt(() => judge(code));
    if (verdict === 'accepted') tally.accepted += 1;
    else if (verdict === undefined) tally.thrown += 1;
    else tally.reasons[verdict] = (tally.reasons[verdict] ?? 0) + 1;
    const naive = attempt(() => naiveAccepts(code, world));
    if (naive === undefined) tally.naiveThrown += 1;
    else if (naive) tally.naiveAccepted += 1;
  }
  const total = (/** @type {'sent' | 'accepted' | 'thrown' | 'naiveAccepted' | 'naiveThrown'} */ figure) =>
    Object.values(kinds).reduce((sum, tally) => sum + tally[figure], 0);
  return {
    title: 'damaged, forged, old and used codes',
    seed,
    sent: total('sent'),
    /** The control: the codes that all damage starts from, each shown once. */
    good: { sent: world.codes.length, accepted: goodAccepted },
    accepted: total('accepted'),
    thrown: total('thrown'),
    naive: { accepted: total('naiveAccepted'), thrown: total('naiveThrown') },
    kinds,
  };
}

/**
 * @param {World} world
 * @returns {(code: string) => string} 'accepted' or the reason
 */
function verifierOf({ now, issuerKeys, ctx }) {
  const used = new Set();
  const status = /** @type {const} */ ({ status: 'valid', asOf: now, expiresAt: now + HOUR });
  const context = {
    now,
    issuerKeys,
    ctx,
    assurance: /** @type {const} */ ('offline'),
    statusOf: () => status,
    seen: (/** @type {string} */ id) => used.size === used.add(id).size,
    credentialCache: createCredentialCache(),
  };
  return (code) => {
    const verdict = verifyPresentation(code, context);
    return verdict.kind === 'accepted' ? 'accepted' : verdict.reason;
  };
}

/**
 * @param {World} world
 * @returns {import('./mutations.mjs').GoodCodes}
 */
function goodCodes({ now, codes, codesAt, expiredCodes }) {
  return {
    fresh: codes,
    used: codes,
    old: codesAt(now - FRESHNESS_WINDOW_MS - 5_000),
    future: codesAt(now + 12_000),
    expired: expiredCodes(),
  };
}

/** @template T @param {() => T} work */
function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} args seed, then count */
function options([seed, count]) {
  return { ...(seed && { seed: Number(seed) }), ...(count && { count: Number(count) }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await run(options(process.argv.slice(2))), null, 2));
