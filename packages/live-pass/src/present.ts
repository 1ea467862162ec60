import { equalBytes } from './bytes';
import { publicKeyOf } from './cose-key';
import { readCredential } from './credential';
import type { CryptoContext, KeyPair } from './crypto-context';
import { codeWriter, isBinding, presentationToBeSigned, type CounterBinding } from './presentation';
import { err, ok, type Result } from './result';
import { LAST_SLOT, SLOT_MS, slotAt, slotStart } from './slot';

/** What a phone shows codes of: a credential, the key it was issued to, and the cryptography to sign with. */
export interface Showable {
  readonly credential: Uint8Array;
  readonly holderKey: KeyPair;
  readonly ctx: CryptoContext;
}

export interface Showing extends Showable {
  /** The holder's clock, epoch ms. After a burn: the start of the next slot. */
  readonly now: number;
  readonly binding?: CounterBinding;
}

export interface ShownCode {
  /** The text of the QR code, for its alphanumeric mode; at most 395 characters. */
  readonly code: string;
  readonly slot: number;
  /** When the next code is due, epoch ms: what the ring on the screen counts down to. */
  readonly changesAt: number;
}

export interface Presenter {
  /**
   * Signs one showing. 'credential-expired': renew first, the counter would refuse it.
   *
   * @param now the holder's clock, epoch ms; after a burn: the start of the next slot
   */
  at(now: number, binding?: CounterBinding): Result<ShownCode, MomentError>;
}

export type PresenterError = 'bad-credential' | 'other-key';
export type MomentError = 'credential-expired' | 'bad-time' | 'bad-binding';
export type ShowingError = PresenterError | MomentError;

/**
 * Made once for each credential: reads, hashes and writes once what is the same in all its codes.
 * 'other-key': the credential was issued to another key than this phone's.
 */
export function createPresenter({ credential, holderKey, ctx }: Showable): Result<Presenter, PresenterError> {
  const read = readCredential(credential);
  if (!read.ok) return err('bad-credential');
  const certified = publicKeyOf(read.value.holderKey);
  if (certified?.alg !== holderKey.alg || !equalBytes(certified.publicKey, holderKey.publicKey))
    return err('other-key');
  const { expiresAt } = read.value.claims;
  const hash = ctx.sha256(credential);
  const write = codeWriter(credential);
  return ok({
    at(now, binding) {
      const slot = slotAt(now);
      if (!(slot >= 0 && slot <= LAST_SLOT)) return err('bad-time');
      if (!(now < expiresAt)) return err('credential-expired');
      if (binding !== undefined && !isBinding(binding)) return err('bad-binding');
      const signed = presentationToBeSigned(hash, slot, binding);
      const signature = ctx.sign(holderKey.alg, holderKey.secretKey, signed);
      return ok({ code: write(slot, signature, binding), slot, changesAt: slotStart(slot) + SLOT_MS });
    },
  });
}

/** One showing by itself; a phone that shows many makes a presenter. */
export function present({ now, binding, ...showable }: Showing): Result<ShownCode, ShowingError> {
  const presenter = createPresenter(showable);
  return presenter.ok ? presenter.value.at(now, binding) : presenter;
}
