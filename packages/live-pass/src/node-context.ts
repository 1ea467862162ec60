import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { ALG_EDDSA, type CoseAlg, type CryptoContext } from './crypto-context';
import { nobleContext } from './noble-context';

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519_KEY_BYTES = 32;
/** The few issuer keys stay, as each use moves a key to the end; holders' keys pass through. */
const KEYS_KEPT = 512;

/** OpenSSL's cryptography for the server: some thirty times faster than the pure one, same answers. */
export function createNodeContext(): CryptoContext {
  const publicKeys = keyCache((raw) =>
    createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' }),
  );
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
    sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    generateKeyPair: nobleContext.generateKeyPair,
  };
}

function isEd25519(alg: CoseAlg, key: Uint8Array): boolean {
  return alg === ALG_EDDSA && key.length === ED25519_KEY_BYTES;
}

function keyCache(load: (raw: Uint8Array) => KeyObject): (raw: Uint8Array) => KeyObject | undefined {
  const kept = new Map<string, KeyObject>();
  return (raw) => {
    const name = Buffer.from(raw).toString('latin1');
    const key = kept.get(name) ?? attempt(() => load(raw));
    if (key === undefined) return undefined;
    kept.delete(name);
    kept.set(name, key);
    const oldest = kept.keys().next().value;
    if (kept.size > KEYS_KEPT && oldest !== undefined) kept.delete(oldest);
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
