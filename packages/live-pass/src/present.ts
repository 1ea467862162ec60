import { readCredential } from './credential';
import { publicKeyOf } from './cose-key';
import { equalBytes } from './bytes';
import type { CryptoContext, KeyPair } from './crypto-context';
import { encodeCode, isBinding, presentationToBeSigned, type CounterBinding } from './presentation';
import { err, ok, type Result } from './result';
import { LAST_SLOT, SLOT_MS, slotAt, slotStart } from './slot';

export interface Showing {
  readonly credential: Uint8Array;
  readonly holderKey: KeyPair;
  /** The holder's clock, epoch ms. After a burn: the start of the next slot. */
  readonly now: number;
  readonly ctx: CryptoContext;
  readonly binding?: CounterBinding;
}

export interface ShownCode {
  /** The text of the QR code, for its alphanumeric mode; at most 395 characters. */
  readonly code: string;
  readonly slot: number;
  /** When the next code is due, epoch ms: what the ring on the screen counts down to. */
  readonly changesAt: number;
}

export type ShowingError = 'bad-credential' | 'other-key' | 'credential-expired' | 'bad-time' | 'bad-binding';

/**
 * Signs one showing. 'other-key': the credential was issued to another key than this phone's;
 * 'credential-expired': renew first, the counter would refuse it.
 */
export function present({
  credential,
  holderKey,
  now,
  ctx,
  binding,
}: Showing): Result<ShownCode, ShowingError> {
  const read = readCredential(credential);
  if (!read.ok) return err('bad-credential');
  const certified = publicKeyOf(read.value.holderKey);
  if (certified?.alg !== holderKey.alg || !equalBytes(certified.publicKey, holderKey.publicKey))
    return err('other-key');
  const slot = slotAt(now);
  if (!(slot >= 0 && slot <= LAST_SLOT)) return err('bad-time');
  if (!(now < read.value.claims.expiresAt)) return err('credential-expired');
  if (binding !== undefined && !isBinding(binding)) return err('bad-binding');
  const signed = presentationToBeSigned(ctx.sha256(credential), slot, binding);
  const signature = ctx.sign(holderKey.alg, holderKey.secretKey, signed);
  return ok({
    code: encodeCode(credential, slot, signature, binding),
    slot,
    changesAt: slotStart(slot) + SLOT_MS,
  });
}
