import { fromBase45, toBase45 } from './base45';
import { decodeCborSequence, encodeCbor, isCborBytes, isUint, type CborValue } from './cbor';
import { concatBytes, toHex } from './bytes';
import type { CryptoContext } from './crypto-context';
import { err, ok, type Result } from './result';
import { LAST_SLOT } from './slot';

/**
 * Presentation, as shown: `YP1:` and the base45 of a CBOR sequence (RFC 8742)
 *   credential (COSE_Sign1), slot: uint, holder's signature: bstr [, nonce: bstr 8–12, audience: bstr 8–16 ]
 * A sequence, because the head of an array would push the commonest name into the next larger QR code.
 * Nonce and audience are for the handshake and come together or not at all.
 */
export interface Presentation {
  /** Decoded, but not looked into. */
  readonly credential: CborValue;
  readonly credentialBytes: Uint8Array;
  readonly slot: number;
  readonly signature: Uint8Array;
  readonly binding?: CounterBinding;
}

/** Ties a presentation to one question of one counter. */
export interface CounterBinding {
  /** The counter's random bytes, 8 to 12. */
  readonly nonce: Uint8Array;
  /** Names the counter: 8 to 16 bytes of the hash of its key. */
  readonly audience: Uint8Array;
}

export const CODE_PREFIX = 'YP1:';
/** What a QR code of version 10 at level L holds in alphanumeric mode. */
export const CODE_MOST_CHARACTERS = 395;

const SIGNED_CONTEXT = 'yuezheng/live-pass/presentation/1';
const ID_CONTEXT = 'yuezheng/live-pass/presentation-id/1';

/** What the holder signs: deterministic CBOR, so that no two meanings share the same bytes. */
export function presentationToBeSigned(
  credentialHash: Uint8Array,
  slot: number,
  binding?: CounterBinding,
): Uint8Array {
  const covered: CborValue[] = [SIGNED_CONTEXT, credentialHash, slot];
  if (binding !== undefined) covered.push(binding.nonce, binding.audience);
  return encodeCbor(covered);
}

/** Names one showing for single use: 128 bits in hex, equal for every code of one credential in one slot. */
export function presentationIdOf(credentialHash: Uint8Array, slot: number, ctx: CryptoContext): string {
  return toHex(ctx.sha256(encodeCbor([ID_CONTEXT, credentialHash, slot])).slice(0, 16));
}

/** Writes the codes of one credential: prefix and base45 of credential, slot, the holder's signature and binding. */
export type CodeWriter = (slot: number, signature: Uint8Array, binding?: CounterBinding) => string;

/**
 * Base45 turns two bytes into three characters, so the text of a credential stays the same from code to code, but
 * for the odd byte at its end, which is written together with the first that follows.
 */
export function codeWriter(credentialBytes: Uint8Array): CodeWriter {
  const even = credentialBytes.length - (credentialBytes.length % 2);
  const unchanging = CODE_PREFIX + toBase45(credentialBytes.subarray(0, even));
  const odd = credentialBytes.slice(even);
  return (slot, signature, binding) => {
    const bound = binding === undefined ? [] : [encodeCbor(binding.nonce), encodeCbor(binding.audience)];
    return unchanging + toBase45(concatBytes(odd, encodeCbor(slot), encodeCbor(signature), ...bound));
  };
}

/** Reads a code's structure, bounds first; nothing in it is to be believed yet, nor the credential looked into. */
export function readCode(code: string): Result<Presentation, 'malformed'> {
  if (code.length > CODE_MOST_CHARACTERS || !code.startsWith(CODE_PREFIX)) return err('malformed');
  const bytes = fromBase45(code.slice(CODE_PREFIX.length));
  const sequence = bytes === undefined ? err('malformed') : decodeCborSequence(bytes, 5);
  if (!sequence.ok || (sequence.value.length !== 3 && sequence.value.length !== 5)) return err('malformed');
  const [credential, slot, signature, nonce, audience] = sequence.value;
  if (credential === undefined || !isUint(slot?.value, LAST_SLOT) || !isCborBytes(signature?.value)) {
    return err('malformed');
  }
  const shown = {
    credential: credential.value,
    credentialBytes: credential.bytes,
    slot: slot.value,
    signature: signature.value,
  };
  if (nonce === undefined || audience === undefined) return ok(shown);
  if (!isCborBytes(nonce.value) || !isCborBytes(audience.value)) return err('malformed');
  const binding = { nonce: nonce.value, audience: audience.value };
  return isBinding(binding) ? ok({ ...shown, binding }) : err('malformed');
}

/** Whether nonce and audience keep to their lengths, by which the code keeps to its own. */
export function isBinding({ nonce, audience }: CounterBinding): boolean {
  return nonce.length >= 8 && nonce.length <= 12 && audience.length >= 8 && audience.length <= 16;
}
