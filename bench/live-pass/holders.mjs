import { randomBytes, randomUUID } from 'node:crypto';
import { ALG_EDDSA, provePossession } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';
import { ApiClient } from '../api-client.mjs';
import { eachOf } from '../at-once.mjs';
import { verifiedResident } from '../verified-resident.mjs';

/** Somebody whose phone shows a permit. @typedef {{ token: string, permitId: string, deviceId: string, credential: Uint8Array, key: import('@yuezheng/live-pass').KeyPair }} Holder */
/** @typedef {import('../verified-resident.mjs').Person} Person */

const AT_ONCE = 6;
/** Situations of test residents who hold a permit that is in force. */
const ARCHETYPES = ['permit-valid', 'permit-due-soon'];

export const ctx = createNodeContext();

/**
 * Takes test residents with a permit to the point where their phones show it, all through the API.
 * @param {{ url: string, sandboxUrl: string | undefined }} stack
 * @param {number} most
 * @returns {Promise<Holder[]>} as many as there are, up to `most`
 */
export async function prepareHolders({ url, sandboxUrl }, most) {
  if (!sandboxUrl) throw new Error('the sandbox is not running');
  const [api, sandbox] = [new ApiClient(url, AT_ONCE), new ApiClient(sandboxUrl, AT_ONCE)];
  try {
    const lists = await Promise.all(ARCHETYPES.map((archetype) => sandbox.call({ method: 'GET', path: `/population?archetype=${archetype}&limit=1000` })));
    const people = /** @type {Person[]} */ (lists.flat()).slice(0, most);
    return await eachOf(people, AT_ONCE, (person) => prepare(api, sandbox, person));
  } finally {
    api.close();
    sandbox.close();
  }
}

/**
 * @param {ApiClient} api
 * @param {ApiClient} sandbox
 * @param {Person} person
 * @returns {Promise<Holder>}
 */
async function prepare(api, sandbox, person) {
  const { token, write } = await verifiedResident(api, sandbox, person);
  const { permits } = /** @type {{ permits: { id: string }[] }} */ (await api.call({ method: 'GET', path: '/api/permits/linkable', token }));
  const permitId = permits[0]?.id;
  if (permitId === undefined) throw new Error(`${person.personId} has no permit to link`);
  await write('POST', `/permits/${permitId}/link`, { via: 'wallet' });
  return { token, permitId, ...(await enrol(write, permitId)) };
}

/**
 * Makes a key and has it certified, as a phone does.
 * @param {import('../verified-resident.mjs').Write} write
 * @param {string} permitId
 * @returns {Promise<Pick<Holder, 'deviceId' | 'credential' | 'key'>>}
 */
async function enrol(write, permitId) {
  const key = ctx.generateKeyPair(ALG_EDDSA, new Uint8Array(randomBytes(32)));
  const { challengeId, challenge } = /** @type {{ challengeId: string, challenge: string }} */ (await write('POST', '/live-pass/challenges', { permitId }));
  const proof = provePossession(key, new Uint8Array(Buffer.from(challenge, 'base64url')), ctx);
  if (!proof.ok) throw new Error(proof.error);
  const deviceId = randomUUID();
  const body = { permitId, challengeId, deviceId, algorithm: ALG_EDDSA, holderKey: base64Url(key.publicKey), proof: base64Url(proof.value) };
  const { credential } = /** @type {{ credential: string }} */ (await write('POST', '/live-pass/credentials', body));
  return { deviceId, credential: new Uint8Array(Buffer.from(credential, 'base64url')), key };
}

/** @param {Uint8Array} bytes */
const base64Url = (bytes) => Buffer.from(bytes).toString('base64url');
