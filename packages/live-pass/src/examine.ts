import { equalBytes } from './bytes';
import type { CryptoContext, PublicKey } from './crypto-context';
import { presentationIdOf, presentationToBeSigned, readCode } from './presentation';
import type { CounterBinding, Presentation } from './presentation';
import { FRESHNESS_WINDOW_MS, FUTURE_TOLERANCE_MS, slotStart } from './slot';
import type { CredentialFacts, Refused, RefusalReason } from './verdict';
import { vouchedCredential, type VouchingContext } from './vouched-credential';

export interface ExamineContext extends VouchingContext {
  /** The verifier's clock, epoch ms. */
  readonly now: number;
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
  const { ctx, now } = context;
  const hash = ctx.sha256(presentation.credentialBytes);
  const vouched = vouchedCredential(presentation.credential, hash, context);
  if (!vouched.ok) return { kind: 'refused', reason: vouched.error };
  const credential = vouched.value;
  if (!isShownByHolder(presentation, hash, credential.holderKey, ctx)) {
    return { kind: 'refused', reason: 'bad-holder-signature' };
  }
  const { slot, binding } = presentation;
  const presentationId = presentationIdOf(hash, slot, ctx);
  const reason =
    timeReason(slot, credential.expiresAt, context) ?? bindingReason(binding, context.expectedBinding);
  if (reason !== undefined) return { kind: 'refused', reason, credential, presentationId };
  return { kind: 'examined', now, credential, presentationId, slot };
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
  slot: number,
  expiresAt: number,
  { now, freshnessWindowMs = FRESHNESS_WINDOW_MS }: ExamineContext,
): RefusalReason | undefined {
  if (!(now < expiresAt)) return 'credential-expired';
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
