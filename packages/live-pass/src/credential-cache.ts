import type { PublicKey } from './crypto-context';
import { recentlyUsed } from './recently-used';
import type { CredentialFacts } from './verdict';

/** A credential whose issuer's signature was found good, and by which key. */
export interface VouchedCredential {
  readonly facts: CredentialFacts;
  /** The key that was published under `facts.issuerKid` at that time; whoever uses the entry compares it. */
  readonly vouchedBy: PublicKey;
}

/**
 * Where a verifier keeps credentials that it has seen, so that the next code of the same phone costs one signature
 * instead of two. The name is the whole SHA-256 of the credential's bytes, in hex: other bytes have another name.
 * Only the issuer's part is kept, and no refusal: expiry, freshness, holder's signature and status are looked at
 * each time. One cache serves one `CryptoContext`.
 */
export interface CredentialCache {
  get(credentialHash: string): VouchedCredential | undefined;
  set(credentialHash: string, vouched: VouchedCredential): void;
}

const DEFAULT_MOST = 10_000;

/**
 * A cache in memory that forgets what was not used for long.
 *
 * @param most how many credentials are kept at most, at least 2; each takes about 1 kB. They hold masked names and
 * keys, so the cache is never written out
 */
export function createCredentialCache(most = DEFAULT_MOST): CredentialCache {
  return recentlyUsed<VouchedCredential>(most);
}
