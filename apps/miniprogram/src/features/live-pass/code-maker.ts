import { createPresenter, nobleContext, slotAt, slotStart, SLOT_MS, type KeyPair, type ShownCode } from '@yuezheng/live-pass';
import { fromBase64Url } from './base64url';

/** What the screen shows in the place of the code. */
export type CodeView =
  | ({ readonly kind: 'code' } & ShownCode)
  /** After several captures at once: the next code that a counter would take is this far away. */
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unusable' };

export interface CodeMaker {
  /** The code for a moment of the server's time, signed once for each slot. */
  at(now: number): CodeView;
  /**
   * Gives up the slot that is shown, and all before it.
   *
   * @returns the server time before which codes are void
   */
  burn(now: number): number;
}

/**
 * Makes the codes of one credential, slot by slot.
 *
 * @param burnedBefore server time in ms; slots that begin earlier were given up
 * @param onScreen a code by the credential before this one, which stays until its slot is over
 */
export function createCodeMaker(credentialText: string, holderKey: KeyPair, burnedBefore = 0, onScreen?: ShownCode): CodeMaker {
  const credential = fromBase64Url(credentialText);
  const presenter = credential && createPresenter({ credential, holderKey, ctx: nobleContext });
  let firstSlot = slotAt(burnedBefore);
  let made = onScreen;

  const sign = (slot: number, now: number): CodeView => {
    if (!presenter?.ok) return { kind: 'unusable' };
    const shown = presenter.value.at(Math.max(now, slotStart(slot)));
    if (!shown.ok) return { kind: shown.error === 'credential-expired' ? 'expired' : 'unusable' };
    made = shown.value;
    return { kind: 'code', ...shown.value };
  };

  return {
    at(now) {
      const slot = Math.max(slotAt(now), firstSlot);
      // A counter takes a code one slot early and no more.
      const early = slotStart(slot) - now - SLOT_MS;
      if (early > 0) return { kind: 'waiting', seconds: Math.ceil(early / 1000) };
      if (made?.slot === slot) return { kind: 'code', ...made };
      return sign(slot, now);
    },
    burn(now) {
      firstSlot = Math.max(slotAt(now), firstSlot) + 1;
      return slotStart(firstSlot);
    },
  };
}
