import { randomUUID } from 'node:crypto';

/** A test resident of the sandbox. @typedef {{ personId: string, name: string, idNumber: string, phone: string }} Person */
/** A write as a phone sends it. @typedef {(method: 'POST' | 'PUT', path: string, body?: unknown) => Promise<unknown>} Write */

/**
 * @param {import('./api-client.mjs').ApiClient} api
 * @param {string} token
 * @returns {Write}
 */
export const writer = (api, token) => (method, path, body) => api.call({ method, path: `/api${path}`, token, body, key: randomUUID() });

/**
 * Logs a test resident in with WeChat and has their face checked, all through the API.
 * @param {import('./api-client.mjs').ApiClient} api
 * @param {import('./api-client.mjs').ApiClient} sandbox
 * @param {Person} person
 * @returns {Promise<{ token: string, write: Write }>}
 */
export async function verifiedResident(api, sandbox, { personId, name, idNumber, phone }) {
  const { code } = /** @type {{ code: string }} */ (await sandbox.call({ method: 'POST', path: `/phone/${personId}/login-code` }));
  const { token } = /** @type {{ token: string }} */ (await api.call({ method: 'POST', path: '/api/auth/wechat', body: { code } }));
  const write = writer(api, token);
  const face = /** @type {{ verificationId: string, faceVerifyId: string }} */ (
    await write('POST', '/auth/real-name', { documentType: 'citizen-id', name, idNumber, phone })
  );
  await sandbox.call({ method: 'POST', path: `/phone/face/${face.faceVerifyId}`, body: { result: 'pass' } });
  await write('POST', `/auth/real-name/${face.verificationId}/finish`);
  return { token, write };
}
