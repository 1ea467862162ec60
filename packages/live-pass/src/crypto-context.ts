/** A COSE algorithm identifier (IANA "COSE Algorithms"): always a field, never an assumption. */
export type CoseAlg = number;

/** EdDSA, RFC 9053 §2.2; here over Ed25519. */
export const ALG_EDDSA: CoseAlg = -8;

export interface PublicKey {
  readonly alg: CoseAlg;
  /** Raw key: 32 bytes for Ed25519. */
  readonly publicKey: Uint8Array;
}

export interface KeyPair extends PublicKey {
  /** Raw secret: the 32-byte seed for Ed25519. Never leaves its device. */
  readonly secretKey: Uint8Array;
}

/**
 * The cryptography this package needs, brought in from outside and synchronous.
 * `verify` and `isSoundPublicKey` answer false for whatever they cannot read and never throw;
 * `sign` and `generateKeyPair` throw only when called for an algorithm that `supports` denies.
 */
export interface CryptoContext {
  supports(alg: CoseAlg): boolean;
  sign(alg: CoseAlg, secretKey: Uint8Array, message: Uint8Array): Uint8Array;
  verify(alg: CoseAlg, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /** On the curve and of prime order: asked once, before a key is certified, not at each verification. */
  isSoundPublicKey(alg: CoseAlg, publicKey: Uint8Array): boolean;
  sha256(bytes: Uint8Array): Uint8Array;
  /** `seed`: 32 bytes from a cryptographic source. The same seed gives the same pair. */
  generateKeyPair(alg: CoseAlg, seed: Uint8Array): KeyPair;
}

/** A key that signs for the issuer; `kid` (0–65535) names it in the key set. */
export interface IssuerKey {
  readonly kid: number;
  readonly alg: CoseAlg;
  readonly secretKey: Uint8Array;
}
