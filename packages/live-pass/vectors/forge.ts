import { toBase45 } from '../src/base45';
import { concatBytes } from '../src/bytes';
import { encodeCbor, type CborValue } from '../src/cbor';
import { coseKeyOf } from '../src/cose-key';
import { CODE_PREFIX, presentationToBeSigned, type CounterBinding } from '../src/presentation';
import { ctx, holderKey, issuerPair, keyPair, NOW } from '../testing/fixtures';
import type { KeyPair } from '../src/crypto-context';
import { slotAt } from '../src/slot';

/** Builds what the package's own functions refuse to build: well signed, but wrong somewhere. */
export const rotatedPair = keyPair(3);
export const otherHolder = keyPair(4);
export const stranger = keyPair(5);
export const SLOT = slotAt(NOW);
export const EXP = Math.floor(NOW / 1000) + 3_600;
/** 2026-12-20 in days since 1970-01-01. */
export const LAST_DAY = 20_807;

export const binding: CounterBinding = {
  nonce: Uint8Array.from({ length: 12 }, (_, i) => i + 1),
  audience: Uint8Array.from({ length: 16 }, (_, i) => 0xa0 + i),
};

export const ordinaryHeader = (): Map<number, CborValue> =>
  new Map<number, CborValue>([
    [1, -8],
    [4, Uint8Array.of(0, 7)],
  ]);

export const permit: readonly CborValue[] = [1, '林**', LAST_DAY, 31_415_926];

export const ordinaryClaims = (key: CborValue = holderCoseKey(holderKey)): Map<number, CborValue> =>
  new Map<number, CborValue>([
    [4, EXP],
    [8, new Map([[1, key]])],
    [-65537, permit],
  ]);

export function holderCoseKey(key: KeyPair): Map<number, CborValue> {
  const coseKey = coseKeyOf(key) ?? new Map();
  return new Map([...coseKey].map(([label, value]) => [Number(label), value]));
}

export interface Forgery {
  readonly header?: CborValue;
  readonly headerBytes?: Uint8Array;
  readonly unprotectedMap?: CborValue;
  readonly claims?: CborValue;
  readonly payloadBytes?: Uint8Array;
  readonly signer?: KeyPair;
  readonly signature?: Uint8Array;
}

/** A COSE_Sign1 whose signature is good over whatever it holds, unless `signature` is given. */
export function forgeCredential(parts: Forgery = {}): CborValue {
  const headerBytes = parts.headerBytes ?? encodeCbor(parts.header ?? ordinaryHeader());
  const payload = parts.payloadBytes ?? encodeCbor(parts.claims ?? ordinaryClaims());
  const signer = parts.signer ?? issuerPair;
  const signed = encodeCbor(['Signature1', headerBytes, new Uint8Array(0), payload]);
  const signature = parts.signature ?? ctx.sign(signer.alg, signer.secretKey, signed);
  return [headerBytes, parts.unprotectedMap ?? new Map(), payload, signature];
}

export function holderSignature(
  credential: Uint8Array,
  signer: KeyPair = holderKey,
  slot = SLOT,
  bound?: CounterBinding,
): Uint8Array {
  return ctx.sign(signer.alg, signer.secretKey, presentationToBeSigned(ctx.sha256(credential), slot, bound));
}

/** The text of a code out of the raw bytes of its items. */
export function codeOf(...items: readonly Uint8Array[]): string {
  return CODE_PREFIX + toBase45(concatBytes(...items));
}

/** A code of a forged credential, shown properly by the holder. */
export function shown(credential: CborValue, signer: KeyPair = holderKey): string {
  const bytes = encodeCbor(credential);
  return codeOf(bytes, encodeCbor(SLOT), encodeCbor(holderSignature(bytes, signer)));
}

/** The same signature with S replaced by S + L: the curve equation holds, RFC 8032 forbids it. */
export function malleated(signature: Uint8Array): Uint8Array {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  let s = signature.slice(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
  const changed = Uint8Array.from(signature);
  for (let i = 32; i < 64; i += 1, s /= 256n) changed[i] = Number(s % 256n);
  return changed;
}

export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
}
