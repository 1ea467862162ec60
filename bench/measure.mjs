import pg from 'pg';
import { ApiClient } from './api-client.mjs';

/** @typedef {import('./residents.mjs').Resident} Resident */
/** @typedef {import('./recording.mjs').Statement} Statement */
/** @typedef {import('./figures.mjs').Comparison} Comparison */
/** What is compared: a call for one resident, and how often each resident makes it. @typedef {{ title: string, aim: number, times: number, call: (resident: Resident) => import('./api-client.mjs').Call }} Subject */

/** A noisy moment of the machine falls on both sides, because they take turns this often. */
const ROUND = 12;

/** @type {Record<'submit' | 'list', Subject>} */
export const SUBJECTS = {
  submit: {
    title: 'submit a case',
    aim: 2.5,
    times: 1,
    call: ({ token, draftId, version, key }) => ({ method: 'POST', path: `/api/drafts/${draftId}/submit`, token, key, body: { version, pledged: true } }),
  },
  list: { title: 'list my cases', aim: 2, times: 5, call: ({ token }) => ({ method: 'GET', path: '/api/cases', token }) },
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
 * Times the API against one bare connection that runs the recorded statements, each on its own copy of the data,
 * one request at a time, in turns. The first residents only warm both sides up.
 * @param {{ url: string, databaseUrl: string, residents: readonly Resident[], warmUp: number, recording: ReadonlyMap<string, Statement[]> }} setting
 * @returns {Promise<Comparison[]>}
 */
export async function compare({ url, databaseUrl, residents, warmUp, recording }) {
  const api = new ApiClient(url, 1);
  const bare = new pg.Client({ connectionString: databaseUrl });
  await bare.connect();
  try {
    /** @type {Comparison[]} */
    const comparisons = [];
    for (const name of /** @type {const} */ (['submit', 'list'])) {
      const { title, aim, times, call } = SUBJECTS[name];
      const statementsOf = (/** @type {Resident} */ resident) => recording.get(markOf(name, resident)) ?? [];
      const calls = residents.flatMap((resident) => Array.from({ length: times }, () => resident));
      const taken = await inTurns(calls, (resident) => api.call(call(resident)), (resident) => replay(bare, statementsOf(resident)));
      const timed = { api: taken.api.slice(warmUp * times), bare: taken.bare.slice(warmUp * times) };
      const counts = residents.map((resident) => statementsOf(resident).length).sort((a, b) => a - b);
      if (!counts[0]) throw new Error(`nothing was recorded of “${title}”`);
      comparisons.push({ title, aim, statements: counts[counts.length >> 1] ?? 0, ...timed });
    }
    return comparisons;
  } finally {
    await bare.end();
    api.close();
  }
}

/**
 * @param {readonly Resident[]} residents
 * @param {(resident: Resident) => Promise<unknown>} byApi
 * @param {(resident: Resident) => Promise<unknown>} byPg
 */
async function inTurns(residents, byApi, byPg) {
  /** @type {{ api: number[], bare: number[] }} */
  const taken = { api: [], bare: [] };
  for (let start = 0; start < residents.length; start += ROUND) {
    const round = residents.slice(start, start + ROUND);
    for (const resident of round) taken.api.push(await duration(() => byApi(resident)));
    for (const resident of round) taken.bare.push(await duration(() => byPg(resident)));
  }
  return taken;
}

/**
 * @param {pg.Client} client
 * @param {readonly Statement[]} statements
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
