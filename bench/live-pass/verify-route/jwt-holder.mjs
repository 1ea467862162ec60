import { createHash, createPrivateKey, sign } from 'node:crypto';

// The same credential and showing as JWTs, as an SD-JWT with key binding has them when every claim is disclosed.

/** @typedef {import('../holders.mjs').Holder} Holder */

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const LIFETIME_S = 30 * 24 * 3600;

/** @param {object} part */
const encoded = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** @param {object} header @param {object} payload @param {import('node:crypto').KeyObject} key */
function signedJwt(header, payload, key) {
  const text = `${encoded(header)}.${encoded(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

/**
 * @param {Holder} holder
 * @param {number} statusIndex
 * @param {import('node:crypto').KeyObject} issuer
 * @returns {string}
 */
export function issueJwt({ key, permitId }, statusIndex, issuer) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url') };
  const payload = { exp: Math.floor(Date.now() / 1000) + LIFETIME_S, cnf: { jwk }, permit: permitId, name: '林**', until: '2027-06-30', status: { idx: statusIndex } };
  return signedJwt({ alg: 'EdDSA', kid: '7' }, payload, issuer);
}

/**
 * @param {string | undefined} credential
 * @param {Holder} holder
 * @param {number} slot
 * @returns {{ credential: string, binding: string }}
 */
export function bindJwt(credential = '', { key }, slot) {
  const holderKey = createPrivateKey({ key: Buffer.concat([PKCS8, key.secretKey]), format: 'der', type: 'pkcs8' });
  const payload = { iat: slot * 5, sd_hash: createHash('sha256').update(credential).digest('base64url') };
  return { credential, binding: signedJwt({ alg: 'EdDSA', typ: 'kb+jwt' }, payload, holderKey) };
}
