import pg from 'pg';
import { ApiClient } from '../api-client.mjs';

/** @typedef {import('./residents.mjs').Resident} Resident */
/** @typedef {import('./recording.mjs').Statement} Statement */
/** @typedef {import('./figures.mjs').Comparison} Comparison */
/** What is compared: a call for one resident, and how often each resident makes it. @typedef {{ title: string, aim: number, times: number, call: (resident: Resident) => import('../api-client.mjs').Call }} Subject */

const WAYS = /** @type {const} */ (['api', 'plain', 'prepared']);

/** A noisy moment of the machine falls on both sides, because they take turns this often. */
const ROUND = 12;

/** @type {Record<'submit' | 'list', Subject>} */
const SUBJECTS = {
  submit: {
    title: 'submit a case',
    aim: 2.5,
    times: 1,
    call: ({ token, draftId, version, key }) => ({ method: 'POST', path: `/api/drafts/${draftId}/submit`, token, key, body: { version, pledged: true } }),
  },
  list: { title: 'list my cases', aim: 2, times: 10, call: ({ token }) => ({ method: 'GET', path: '/api/cases', token }) },
};

/** @param {keyof typeof SUBJECTS} subject @param {Resident} resident */
const markOf = (subject, { draftId }) => `${subject}:${draftId}`;

/**
 * Makes every call once, marked, for the recorder.
 * @param {string} url of an API that runs with the recorder
 * @param {readonly Resident[]} residents
 */
export async function makeRecording(url, residents) {
  const api = new ApiClient(url, 1);
  for (const subject of /** @type {const} */ (['submit', 'list'])) {
    for (const resident of residents) await api.call({ ...SUBJECTS[subject].call(resident), mark: markOf(subject, resident) });
  }
  api.close();
}

/**
 * Times the API against one bare connection that runs the recorded statements: once as `pg` takes them (text and
 * values), once prepared as the API prepares them. Each of the three works on its own copy of the data, one request at
 * a time, in turns.
 * @param {{ url: string, plainUrl: string, preparedUrl: string, residents: readonly Resident[], recording: ReadonlyMap<string, Statement[]> }} setting
 * @returns {Promise<Comparison[]>}
 */
export async function compare({ url, plainUrl, preparedUrl, residents, recording }) {
  const api = new ApiClient(url, 1);
  const plain = new pg.Client({ connectionString: plainUrl });
  const prepared = new pg.Client({ connectionString: preparedUrl });
  await Promise.all([plain.connect(), prepared.connect()]);
  try {
    /** @type {Comparison[]} */
    const comparisons = [];
    for (const name of /** @type {const} */ (['submit', 'list'])) {
      const { title, aim, times, call } = SUBJECTS[name];
      const statementsOf = (/** @type {Resident} */ resident) => recording.get(markOf(name, resident)) ?? [];
      const counts = residents.map((resident) => statementsOf(resident).length).sort((a, b) => a - b);
      if (!counts[0]) throw new Error(`nothing was recorded of “${title}”`);
      const calls = residents.flatMap((resident) => Array.from({ length: times }, () => resident));
      const taken = await inTurns(calls, {
        api: (resident) => api.call(call(resident)),
        plain: (resident) => replay(plain, statementsOf(resident).map(({ text, values }) => ({ text, values }))),
        prepared: (resident) => replay(prepared, statementsOf(resident)),
      });
      comparisons.push({ title, aim, statements: counts[counts.length >> 1] ?? 0, ...taken });
    }
    return comparisons;
  } finally {
    await Promise.all([plain.end(), prepared.end()]);
    api.close();
  }
}

/** @typedef {'api' | 'plain' | 'prepared'} Way of doing the same work */

/**
 * @param {readonly Resident[]} residents
 * @param {Record<Way, (resident: Resident) => Promise<unknown>>} ways
 * @returns {Promise<Record<Way, number[]>>} durations in milliseconds; the first fifth warmed up and is left out
 */
async function inTurns(residents, ways) {
  /** @type {Record<Way, number[]>} */
  const taken = { api: [], plain: [], prepared: [] };
  for (let start = 0; start < residents.length; start += ROUND) {
    const round = residents.slice(start, start + ROUND);
    for (const name of WAYS) for (const resident of round) taken[name].push(await duration(() => ways[name](resident)));
  }
  for (const name of WAYS) taken[name] = taken[name].slice(Math.floor(residents.length / 5));
  return taken;
}

/**
 * @param {pg.Client} client
 * @param {readonly { name?: string, text: string, values: unknown[] }[]} statements
 */
async function replay(client, statements) {
  for (const { name, text, values } of statements) await client.query({ name, text, values });
}

/** @param {() => Promise<unknown>} work */
async function duration(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
