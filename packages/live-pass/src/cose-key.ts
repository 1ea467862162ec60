import { ALG_EDDSA, type CoseAlg, type PublicKey } from './crypto-context';
import {
  hasKeys,
  isCborBytes,
  isCborMap,
  isInt,
  isUint,
  type CborKey,
  type CborMap,
  type CborValue,
} from './cbor';

/**
 * Public COSE_Key (RFC 9052 §7):
 *   { 1: kty, ? 2: kid (2 bytes), ? 3: alg, -1: crv, -2: x, ? -3: y }
 */
export interface CoseKey {
  readonly keyType: number;
  readonly curve: number;
  readonly x: Uint8Array;
  readonly kid?: number;
  readonly alg?: CoseAlg;
}

const KTY = 1;
const KID = 2;
const ALG = 3;
const CRV = -1;
const X = -2;
const Y = -3;

/** Which algorithm a kind of key signs with; SM2 will be one more line. Raw keys are `x`. */
const KINDS = [{ alg: ALG_EDDSA, keyType: 1, curve: 6 }] as const;

/** The shortest COSE_Key of a public key; `kid` and `alg` are left out unless a `kid` is given (key sets). */
export function coseKeyOf(key: PublicKey, kid?: number): CborMap | undefined {
  const kind = KINDS.find(({ alg }) => alg === key.alg);
  if (kind === undefined) return undefined;
  const entries: [CborKey, CborValue][] = [
    [KTY, kind.keyType],
    [CRV, kind.curve],
    [X, key.publicKey],
  ];
  if (kid !== undefined) entries.push([KID, kidBytes(kid)], [ALG, kind.alg]);
  return new Map(entries);
}

/** Reads the structure of a COSE_Key of any kind; undefined when it is not one. */
export function readCoseKey(value: CborValue | undefined): CoseKey | undefined {
  if (!isCborMap(value) || !hasKeys(value, [KTY, CRV, X], [KID, ALG, Y])) return undefined;
  const [keyType, curve, x, y] = [value.get(KTY), value.get(CRV), value.get(X), value.get(Y)];
  const [kid, alg] = [readKid(value.get(KID)), value.get(ALG)];
  if (!isInt(keyType) || !isInt(curve) || !isCborBytes(x)) return undefined;
  if (value.has(Y) && !isCborBytes(y)) return undefined;
  if (value.has(KID) && kid === undefined) return undefined;
  if (alg !== undefined && !isInt(alg)) return undefined;
  return { keyType, curve, x, kid, alg };
}

/** The key with its algorithm, or undefined when its kind is unknown or its own `alg` says otherwise. */
export function publicKeyOf(key: CoseKey): PublicKey | undefined {
  const kind = KINDS.find(({ keyType, curve }) => keyType === key.keyType && curve === key.curve);
  if (kind === undefined || (key.alg !== undefined && key.alg !== kind.alg)) return undefined;
  return { alg: kind.alg, publicKey: key.x };
}

/** A key id is a whole number from 0 to 65535, written as two bytes, the higher one first. */
export function kidBytes(kid: number): Uint8Array {
  return Uint8Array.of((kid >> 8) & 0xff, kid & 0xff);
}

/** The key id in its two bytes; nothing for anything else. */
export function readKid(value: CborValue | undefined): number | undefined {
  if (!isCborBytes(value) || value.length !== 2) return undefined;
  return (value[0] ?? 0) * 256 + (value[1] ?? 0);
}

/** Whether a number fits the two bytes of a key id. */
export function isKid(kid: number): boolean {
  return isUint(kid, 0xffff);
}
