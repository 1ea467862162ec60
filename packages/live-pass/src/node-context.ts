import { createPrivateKey, createPublicKey, hash, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ALG_EDDSA, type CoseAlg, type CryptoContext } from './crypto-context';
import { nobleContext } from './noble-context';
import { recentlyUsed } from './recently-used';

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519_KEY_BYTES = 32;
/** The few issuer keys stay, as they are used again and again; holders' keys pass through. About 1 kB each. */
const KEYS_KEPT = 8_192;

/** OpenSSL's cryptography for the server: some thirty times faster than the pure one, same answers. */
export function createNodeContext(): CryptoContext {
  const publicKeys = keyCache((raw) => createPublicKey({ key: jwkOf(raw), format: 'jwk' }));
  const secretKeys = keyCache((raw) =>
    createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, raw]), format: 'der', type: 'pkcs8' }),
  );
  return {
    supports: (alg) => alg === ALG_EDDSA,
    sign(alg, secretKey, message) {
      const key = isEd25519(alg, secretKey) ? secretKeys(secretKey) : undefined;
      if (key === undefined) throw new Error(`COSE algorithm ${alg} or its key is not supported`);
      return new Uint8Array(sign(null, message, key));
    },
    verify(alg, publicKey, message, signature) {
      const key = isEd25519(alg, publicKey) ? publicKeys(publicKey) : undefined;
      return key !== undefined && verify(null, message, key, signature);
    },
    isSoundPublicKey: nobleContext.isSoundPublicKey,
    sha256(bytes) {
      const digest = hash('sha256', bytes, 'buffer');
      return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
    },
    generateKeyPair: nobleContext.generateKeyPair,
  };
}

/** RFC 8037 §2. A JWK is imported in a tenth of the time that the same key takes in DER. */
function jwkOf(raw: Uint8Array): JsonWebKey {
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') };
}

function isEd25519(alg: CoseAlg, key: Uint8Array): boolean {
  return alg === ALG_EDDSA && key.length === ED25519_KEY_BYTES;
}

function keyCache(load: (raw: Uint8Array) => KeyObject): (raw: Uint8Array) => KeyObject | undefined {
  const kept = recentlyUsed<KeyObject>(KEYS_KEPT);
  return (raw) => {
    const name = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
    const known = kept.get(name);
    if (known !== undefined) return known;
    const key = attempt(() => load(raw));
    if (key !== undefined) kept.set(name, key);
    return key;
  };
}

function attempt(load: () => KeyObject): KeyObject | undefined {
  try {
    return load();
  } catch {
    return undefined;
  }
}
