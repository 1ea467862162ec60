import { equalBytes } from './bytes';
import { publicKeyOf } from './cose-key';
import { isSignedBy } from './cose-sign1';
import { credentialIdOf, type Credential } from './credential';
import type { CryptoContext, PublicKey } from './crypto-context';
import type { IssuerKeys } from './key-set';
import { presentationIdOf, presentationToBeSigned, readCode } from './presentation';
import type { CounterBinding, Presentation } from './presentation';
import { FRESHNESS_WINDOW_MS, FUTURE_TOLERANCE_MS, slotStart } from './slot';
import type { CredentialFacts, Refused, RefusalReason } from './verdict';

export interface ExamineContext {
  /** The verifier's clock, epoch ms. */
  readonly now: number;
  readonly issuerKeys: IssuerKeys;
  readonly ctx: CryptoContext;
  readonly freshnessWindowMs?: number;
  /** Set by a counter that asked by handshake: then only the answer to this very question will do. */
  readonly expectedBinding?: CounterBinding;
}

/** A code that is genuine and fresh; whether its permit is in force and the code unused is for `judge`. */
export interface Examined {
  readonly kind: 'examined';
  /** The clock at which it was examined, epoch ms. */
  readonly now: number;
  readonly credential: CredentialFacts;
  readonly presentationId: string;
  readonly slot: number;
}

/**
 * The part of verification that needs nothing but the code, the clock and the issuer's keys.
 * Looks in this order: malformed, unknown-issuer, wrong-algorithm, bad-issuer-signature,
 * bad-holder-signature, credential-expired, too-old, from-the-future, wrong-counter. Never throws.
 */
export function examine(code: string, context: ExamineContext): Examined | Refused {
  const read = readCode(code);
  if (!read.ok) return { kind: 'refused', reason: read.error };
  const presentation = read.value;
  const keys = keysFor(presentation.credential, context);
  if (typeof keys === 'string') return { kind: 'refused', reason: keys };
  const { ctx, now } = context;
  if (!isSignedBy(presentation.credential.sign1, keys.issuer.publicKey, ctx)) {
    return { kind: 'refused', reason: 'bad-issuer-signature' };
  }
  const hash = ctx.sha256(presentation.credentialBytes);
  if (!isShownByHolder(presentation, hash, keys.holder, ctx)) {
    return { kind: 'refused', reason: 'bad-holder-signature' };
  }
  const credential: CredentialFacts = {
    ...presentation.credential.claims,
    credentialId: credentialIdOf(hash),
    issuerKid: presentation.credential.sign1.kid,
    holderKey: keys.holder,
  };
  const presentationId = presentationIdOf(hash, presentation.slot, ctx);
  const reason =
    timeReason(presentation, context) ?? bindingReason(presentation.binding, context.expectedBinding);
  if (reason !== undefined) return { kind: 'refused', reason, credential, presentationId };
  return { kind: 'examined', now, credential, presentationId, slot: presentation.slot };
}

function keysFor(
  { sign1, holderKey }: Credential,
  { issuerKeys, ctx }: ExamineContext,
): { readonly issuer: PublicKey; readonly holder: PublicKey } | RefusalReason {
  const issuer = issuerKeys.get(sign1.kid);
  if (issuer === undefined) return 'unknown-issuer';
  const holder = publicKeyOf(holderKey);
  if (sign1.alg !== issuer.alg || !ctx.supports(issuer.alg)) return 'wrong-algorithm';
  if (holder === undefined || !ctx.supports(holder.alg)) return 'wrong-algorithm';
  return { issuer, holder };
}

function isShownByHolder(
  { slot, binding, signature }: Presentation,
  credentialHash: Uint8Array,
  holder: PublicKey,
  ctx: CryptoContext,
): boolean {
  const signed = presentationToBeSigned(credentialHash, slot, binding);
  return ctx.verify(holder.alg, holder.publicKey, signed, signature);
}

/** Each test asks for what must hold, so that a clock that is not a number refuses. */
function timeReason(
  { credential, slot }: Presentation,
  { now, freshnessWindowMs = FRESHNESS_WINDOW_MS }: ExamineContext,
): RefusalReason | undefined {
  if (!(now < credential.claims.expiresAt)) return 'credential-expired';
  if (!(now - slotStart(slot) <= freshnessWindowMs)) return 'too-old';
  if (!(slotStart(slot) - now <= FUTURE_TOLERANCE_MS)) return 'from-the-future';
  return undefined;
}

function bindingReason(shown?: CounterBinding, expected?: CounterBinding): RefusalReason | undefined {
  if (shown === undefined && expected === undefined) return undefined;
  if (shown === undefined || expected === undefined) return 'wrong-counter';
  const same = equalBytes(shown.nonce, expected.nonce) && equalBytes(shown.audience, expected.audience);
  return same ? undefined : 'wrong-counter';
}
