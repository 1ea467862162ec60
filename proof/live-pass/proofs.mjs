import { ApiClient } from '../../bench/api-client.mjs';
import { createDatabase } from '../../bench/databases.mjs';
import { logInClerks } from '../../bench/live-pass/clerks.mjs';
import { CounterClock } from '../../bench/live-pass/counter-clock.mjs';
import { prepareHolders } from '../../bench/live-pass/holders.mjs';
import { run as readFrames } from './decode.mjs';
import { run as mutate } from './mutate.mjs';
import { proveRoute } from './mutate-route.mjs';
import { proveScans } from './scans.mjs';
import { seeded } from './seeded.mjs';
import { proveSites } from './sites.mjs';

/** @typedef {{ seed: number, size: 'whole' | 'small', databaseUrl: string, withStack: import('../../scripts/lib/temporary-stacks.mjs').WithStack }} Setting */
/** @typedef {{ holds: boolean, lines: string[] }} Outcome */

/** `small` is for every run of the tests, `whole` for the figures. */
const SIZES = {
  whole: { holders: 200, waves: 25, scansOfEach: 20, mutations: 100_000, slots: 50, frames: 1_000 },
  small: { holders: 24, waves: 2, scansOfEach: 20, mutations: 4_000, slots: 4, frames: 60 },
};

/** @type {Readonly<Record<'scans' | 'mutations' | 'sites' | 'decode', (setting: Setting) => Promise<Outcome>>>} */
export const PROOFS = { scans, mutations, sites, decode };

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function scans({ seed, size, databaseUrl, withStack }) {
  const { holders: count, waves, scansOfEach } = SIZES[size];
  const naiveUrl = await createDatabase(databaseUrl, 'proof_naive_uses');
  const figure = await withStack(await createDatabase(databaseUrl, 'proof_scans'), {}, (stack) =>
    atCounters(stack, count, ({ url, holders, clock, clerkTokens }) =>
      proveScans({ chance: seeded(seed), waves, scansOfEach, url, databaseUrl: naiveUrl, holders, clock, clerkTokens })),
  );
  const { codes, accepted, doubles, neverAccepted, serverErrors, naive } = figure;
  return {
    holds: doubles === 0 && neverAccepted === 0 && accepted === codes && serverErrors === 0 && naive.doubles > 0,
    lines: [
      `${figure.scans} scans of ${codes} codes, 64 at once, ${figure.perSecond.toFixed(0)}/s: ${accepted} accepted, ${doubles} used twice, ${neverAccepted} never accepted, ${serverErrors} server errors`,
      `check-then-insert, the same scans: ${naive.doubles} codes used twice (${((100 * naive.doubles) / codes).toFixed(1)} %)`,
    ],
  };
}

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function mutations({ seed, size, databaseUrl, withStack }) {
  const count = SIZES[size].mutations;
  const pure = await mutate({ seed, count });
  const route = await withStack(await createDatabase(databaseUrl, 'proof_mutations'), {}, (stack) =>
    atCounters(stack, SIZES[size].holders, ({ url, holders, clock, logIn }) => proveRoute({ seed, count, url, holders, clock, logIn })),
  );
  return {
    holds: pure.accepted === 0 && pure.thrown === 0 && pure.good.accepted === pure.good.sent && route.accepted === 0 && route.serverErrors === 0 && route.good.accepted === route.good.sent && pure.naive.accepted > 0,
    lines: [
      `in the package: ${pure.sent} sent, ${pure.accepted} accepted, ${pure.thrown} thrown; of the genuine ones they were made from ${pure.good.accepted} of ${pure.good.sent} accepted`,
      `at the route: ${route.sent} sent, ${route.accepted} accepted, ${route.serverErrors} server errors, ${route.notACode} refused by the contract; of the genuine ones ${route.good.accepted} of ${route.good.sent} accepted`,
      `  reasons ${JSON.stringify(route.reasons)}`,
      `a verifier with the usual mistakes: ${pure.naive.accepted} accepted, ${pure.naive.thrown} thrown`,
    ],
  };
}

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function sites({ seed, size, databaseUrl, withStack }) {
  const { holders: count, slots } = SIZES[size];
  /** @type {Awaited<ReturnType<typeof proveSites>>} */
  const figure = await withStack(await createDatabase(databaseUrl, 'proof_sites'), {}, (stack) =>
    atCounters(stack, count, ({ url, holders, clock, clerkTokens }) => proveSites({ chance: seeded(seed), slots, url, holders, clock, clerkTokens })),
  );
  const sum = (/** @type {'scans' | 'codes' | 'twice' | 'naiveTwice' | 'reported'} */ name) => figure.sites.reduce((total, site) => total + site[name], 0);
  return {
    holds: sum('twice') === 0 && sum('codes') === figure.codes + figure.shownElsewhereToo && sum('reported') === figure.shownElsewhereToo && figure.sites.every(({ synced }) => synced) && sum('naiveTwice') > 0,
    lines: [
      `three sites without a network, ${figure.codes} codes, ${sum('scans')} scans: ${sum('codes')} accepted, ${sum('twice')} twice within a site`,
      `at sync, all three at once: ${figure.shownElsewhereToo} were shown at another site too, ${sum('reported')} reported`,
      `a site that looks first and notes afterwards, the same scans: ${sum('naiveTwice')} codes accepted twice`,
    ],
  };
}

/** @param {Setting} setting @returns {Promise<Outcome>} */
async function decode({ seed, size }) {
  const { frames, share, modules, conditions, aim } = await readFrames({ seed, frames: SIZES[size].frames });
  const percent = (/** @type {number} */ part) => `${(100 * part).toFixed(1)} %`;
  return {
    holds: share.ours >= aim && share.sdJwt < share.ours,
    lines: [
      `${frames} frames at 240 px, ${JSON.stringify(conditions)}`,
      `first frame decoded: ours (${modules.ours} modules) ${percent(share.ours)}; of the size of an EU certificate (${modules.dcc}) ${percent(share.dcc)}; of an SD-JWT (${modules.sdJwt}) ${percent(share.sdJwt)}`,
    ],
  };
}

/**
 * @template T
 * @param {import('../../scripts/lib/stack.mjs').Stack} stack
 * @param {number} count of holders
 * @param {(setting: { url: string, holders: import('../../bench/live-pass/holders.mjs').Holder[], clock: CounterClock, clerkTokens: string[], logIn: () => Promise<string> }) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function atCounters(stack, count, work) {
  const holders = await prepareHolders(stack, count);
  const clock = new CounterClock(stack);
  const api = new ApiClient(stack.url, 1);
  const logIn = async () => (await logInClerks(api))[0] ?? '';
  try {
    return await work({ url: stack.url.replace('localhost', '127.0.0.1'), holders, clock, clerkTokens: await logInClerks(api), logIn });
  } finally {
    api.close();
    clock.close();
  }
}
