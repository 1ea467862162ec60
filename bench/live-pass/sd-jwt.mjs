import { SDJwtInstance } from '@sd-jwt/core';
import { digest, ES256, generateSalt } from '@sd-jwt/crypto-nodejs';
import { createPublicKey, generateKeyPairSync, hash, randomBytes, sign, verify } from 'node:crypto';
import { PERMIT } from './passes.mjs';

/** @typedef {'selective' | 'plain'} Shape with the holder's claims each disclosable by itself, or all in the signed part */

const NONCE = randomBytes(12).toString('base64url');
const AUDIENCE = 'https://counter.example/1';
const CLAIMS = { permit_type: PERMIT.permitType, name: PERMIT.maskedName, valid_until: PERMIT.permitValidUntil };

const common = {
  hasher: (/** @type {string | ArrayBuffer} */ data) => hash('sha256', typeof data === 'string' ? data : new Uint8Array(data), 'buffer'),
  hashAlg: /** @type {const} */ ('sha-256'),
  saltGenerator: (/** @type {number} */ length) => randomBytes(length).toString('base64url'),
};

/** @param {import('node:crypto').KeyObject} key */
const signerWith = (key) => (/** @type {string} */ data) => sign(null, Buffer.from(data), key).toString('base64url');

/** Something that makes and verifies presentations. @typedef {{ presentation: (shape: Shape, now: number) => Promise<string>, verify: (presentation: string) => Promise<unknown> }} SdJwtWorld */
/** A holder’s key: what stands in `cnf`, and what signs with it. @typedef {{ jwk: object, alg: string, signer: (data: string) => string | Promise<string> }} HolderKey */

/**
 * An SD-JWT issuer and verifier in the shape that is quickest on Node: one-shot calls of node:crypto, the issuer's key
 * imported once, the holder's from its JWK, which is the quickest form. Claims as in an SD-JWT VC.
 * @returns {SdJwtWorld}
 */
export function makeLeanestWorld() {
  const issuer = generateKeyPairSync('ed25519');
  const world = new SDJwtInstance({
    ...common,
    signer: signerWith(issuer.privateKey),
    signAlg: 'EdDSA',
    verifier: (data, signature) => verify(null, Buffer.from(data), issuer.publicKey, Buffer.from(signature, 'base64url')),
    kbVerifier: (data, signature, { cnf }) =>
      verify(null, Buffer.from(data), createPublicKey({ key: { ...cnf?.jwk }, format: 'jwk' }), Buffer.from(signature, 'base64url')),
  });
  return worldWith(world, async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    return { jwk: publicKey.export({ format: 'jwk' }), alg: 'EdDSA', signer: signerWith(privateKey) };
  });
}

/**
 * The same as the library's own documentation builds it: with its companion for Node, which signs on elliptic curves
 * over WebCrypto (ES256; it knows no EdDSA).
 * @returns {Promise<SdJwtWorld>}
 */
export async function makeDocumentedWorld() {
  const issuer = await ES256.generateKeyPair();
  const world = new SDJwtInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    signer: await ES256.getSigner(issuer.privateKey),
    signAlg: ES256.alg,
    verifier: await ES256.getVerifier(issuer.publicKey),
    kbVerifier: async (data, signature, { cnf }) => (await ES256.getVerifier({ ...cnf?.jwk }))(data, signature),
  });
  return worldWith(world, async () => {
    const { publicKey, privateKey } = await ES256.generateKeyPair();
    return { jwk: publicKey, alg: ES256.alg, signer: await ES256.getSigner(privateKey) };
  });
}

/**
 * @param {SDJwtInstance<Record<string, unknown>>} world
 * @param {() => Promise<HolderKey>} makeHolder
 * @returns {SdJwtWorld}
 */
function worldWith(world, makeHolder) {
  return {
    async presentation(shape, now) {
      const holder = await makeHolder();
      const iat = Math.floor(now / 1000);
      const claims = {
        iss: 'https://pass.example',
        iat,
        exp: iat + 86_400,
        vct: 'urn:pass:residence-permit:1',
        cnf: { jwk: holder.jwk },
        status: { status_list: { idx: PERMIT.statusIndex, uri: 'https://pass.example/status/1' } },
        ...CLAIMS,
      };
      /** @type {(keyof typeof CLAIMS)[]} */
      const names = ['permit_type', 'name', 'valid_until'];
      const frame = shape === 'selective' ? { _sd: names } : undefined;
      const credential = await world.issue(claims, frame, { header: { typ: 'dc+sd-jwt', kid: '7' } });
      const phone = new SDJwtInstance({ ...common, kbSigner: holder.signer, kbSignAlg: holder.alg });
      const all = shape === 'selective' ? Object.fromEntries(names.map((name) => [name, true])) : undefined;
      return phone.present(credential, all, { kb: { payload: { iat, aud: AUDIENCE, nonce: NONCE } } });
    },
    /** Signature, expiry, disclosures, key binding, nonce. */
    verify: (presentation) => world.verify(presentation, { keyBindingNonce: NONCE }),
  };
}
