import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ALG_EDDSA, type CoseAlg, type CryptoContext } from './crypto-context';

/** Pure JavaScript cryptography: the phone's, and the browser's. Verification is the strict one of RFC 8032. */
export const nobleContext: CryptoContext = {
  supports: (alg) => alg === ALG_EDDSA,
  sign(alg, secretKey, message) {
    requireEdDsa(alg);
    return ed25519.sign(message, secretKey);
  },
  verify(alg, publicKey, message, signature) {
    if (alg !== ALG_EDDSA) return false;
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
  isSoundPublicKey(alg, publicKey) {
    if (alg !== ALG_EDDSA) return false;
    try {
      const point = ed25519.Point.fromBytes(publicKey);
      return !point.isSmallOrder() && point.isTorsionFree();
    } catch {
      return false;
    }
  },
  sha256: (bytes) => sha256(bytes),
  generateKeyPair(alg, seed) {
    requireEdDsa(alg);
    const secretKey = Uint8Array.from(seed);
    return { alg, secretKey, publicKey: ed25519.getPublicKey(secretKey) };
  },
};

function requireEdDsa(alg: CoseAlg): void {
  if (alg !== ALG_EDDSA) throw new Error(`COSE algorithm ${alg} is not supported`);
}
