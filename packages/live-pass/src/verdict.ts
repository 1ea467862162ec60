import type { PublicKey } from './crypto-context';
import type { CredentialClaims } from './credential';

/**
 * Every reason for which a code is refused, in the order in which they are looked for: the first that
 * holds is the one that is told. `already-used` comes last, so that a verifier records a use only for a
 * code that nothing else speaks against.
 */
export const REFUSAL_REASONS = [
  'malformed',
  'unknown-issuer',
  'wrong-algorithm',
  'bad-issuer-signature',
  'bad-holder-signature',
  'credential-expired',
  'too-old',
  'from-the-future',
  'wrong-counter',
  'status-stale',
  'cancelled',
  'suspended',
  'burned',
  'already-used',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** How the status and the single use were checked: against the server, or against this site's cache. */
export type Assurance = 'online' | 'offline';

/** What the issuer vouches for, read from a credential whose signatures were good. */
export interface CredentialFacts extends CredentialClaims {
  readonly credentialId: string;
  readonly issuerKid: number;
  readonly holderKey: PublicKey;
}

export interface Accepted {
  readonly kind: 'accepted';
  readonly assurance: Assurance;
  /** The moment for which the permit's status is known, epoch ms: "状态截至 hh:mm". */
  readonly statusAsOf: number;
  readonly credential: CredentialFacts;
  /** 32 hex digits; to be recorded as used, once. */
  readonly presentationId: string;
  readonly slot: number;
}

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Present once both signatures were found good; for the records, never to be taken as an acceptance. */
  readonly credential?: CredentialFacts;
  readonly presentationId?: string;
}

export type Verdict = Accepted | Refused;
