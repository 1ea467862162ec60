import { randomUUID } from 'node:crypto';
import { ApiClient } from '../api-client.mjs';
import { eachOf } from '../at-once.mjs';
import { verifiedResident, writer } from '../verified-resident.mjs';

/** Somebody who is logged in and has a finished draft. @typedef {{ token: string, city: string, draftId: string, version: number, key: string }} Resident */
/** @typedef {import('../verified-resident.mjs').Person & { cityCode: string }} Person */
/** @typedef {import('../verified-resident.mjs').Write} Write */

const SERVICE = 'apply-residence-permit';
const AT_ONCE = 6;

/**
 * Takes test residents who need no materials to the point where only “submit” is left, all through the API.
 * @param {{ url: string, sandboxUrl: string | undefined }} stack
 * @param {number} count
 * @returns {Promise<Resident[]>}
 */
export async function prepareResidents({ url, sandboxUrl }, count) {
  if (!sandboxUrl) throw new Error('the sandbox is not running');
  const api = new ApiClient(url, AT_ONCE);
  const sandbox = new ApiClient(sandboxUrl, AT_ONCE);
  try {
    const people = (await applicants(api, sandbox)).slice(0, count);
    if (people.length < count) throw new Error(`the sandbox has only ${people.length} such residents`);
    return await eachOf(people, AT_ONCE, (person) => prepare(api, sandbox, person));
  } finally {
    api.close();
    sandbox.close();
  }
}

/**
 * Those who need no materials, in the cities that offer the service.
 * @param {ApiClient} api
 * @param {ApiClient} sandbox
 * @returns {Promise<Person[]>}
 */
async function applicants(api, sandbox) {
  const people = /** @type {Person[]} */ (await sandbox.call({ method: 'GET', path: '/population?archetype=exempt&limit=1000' }));
  /** @type {Set<string>} */
  const offering = new Set();
  for (const city of new Set(people.map(({ cityCode }) => cityCode))) {
    const { groups } = /** @type {{ groups: { services: { id: string }[] }[] }} */ (await api.call({ method: 'GET', path: `/api/services?city=${city}` }));
    if (groups.some(({ services }) => services.some(({ id }) => id === SERVICE))) offering.add(city);
  }
  return people.filter(({ cityCode }) => offering.has(cityCode));
}

/**
 * @param {ApiClient} api
 * @param {ApiClient} sandbox
 * @param {Person} person
 * @returns {Promise<Resident>}
 */
async function prepare(api, sandbox, person) {
  const { token, write } = await verifiedResident(api, sandbox, person);
  return { token, city: person.cityCode, ...(await finishDraft(write, person.cityCode)) };
}

/**
 * @param {Write} write
 * @param {string} city
 * @returns {Promise<Pick<Resident, 'draftId' | 'version' | 'key'>>}
 */
async function finishDraft(write, city) {
  const checked = /** @type {{ id: string }} */ (await write('POST', `/services/${SERVICE}/eligibility`, { city }));
  const opened = /** @type {{ id: string, version: number, situation?: string, values: object, materials: object }} */ (
    await write('POST', '/drafts', { eligibilityId: checked.id })
  );
  const { version, situation, materials } = opened;
  const form = { version, situation, values: { ...opened.values, purpose: 'work' }, materials, step: 'confirm' };
  const saved = /** @type {{ version: number }} */ (await write('PUT', `/drafts/${opened.id}`, form));
  return { draftId: opened.id, version: saved.version, key: randomUUID() };
}

/**
 * Lets residents submit, withdraw and apply again, until the program that is to be measured runs as it does after a
 * morning's work and not as after its start. They end without an open case and drop out of what is measured.
 * @param {string} url
 * @param {readonly Resident[]} residents
 * @param {number} rounds
 */
export async function warmUp(url, residents, rounds) {
  const api = new ApiClient(url, AT_ONCE);
  await eachOf(residents, AT_ONCE, (resident) => repeatSubmission(api, resident, rounds));
  api.close();
}

/**
 * @param {ApiClient} api
 * @param {Resident} resident
 * @param {number} rounds
 */
async function repeatSubmission(api, { token, city, ...first }, rounds) {
  const write = writer(api, token);
  let draft = first;
  for (let round = 1; ; round += 1) {
    const submitted = await write('POST', `/drafts/${draft.draftId}/submit`, { version: draft.version, pledged: true });
    for (let read = 0; read < 3; read += 1) await api.call({ method: 'GET', path: '/api/cases', token });
    if (round === rounds) return;
    const { caseId } = /** @type {{ caseId: string }} */ (submitted);
    await write('POST', `/cases/${caseId}/withdraw`, { version: 1 });
    draft = await finishDraft(write, city);
  }
}
