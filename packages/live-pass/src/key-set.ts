import { decodeCbor, encodeCbor, isCborArray, isCborMap, type CborValue } from './cbor';
import { coseKeyOf, isKid, publicKeyOf, readCoseKey } from './cose-key';
import type { PublicKey } from './crypto-context';
import { err, ok, type Result } from './result';

/**
 * The issuer's public keys as published: a COSE_KeySet (RFC 9052 §7), an array of COSE_Keys,
 * each with `kid` and `alg`. Old and new keys stand side by side while the issuer rotates.
 */
export type IssuerKeys = ReadonlyMap<number, PublicKey>;

/** More keys than any rotation needs; a longer set is refused. */
const MOST_KEYS = 32;

/** The bytes to publish; 'bad-key' for a kid outside 0–65535 or an algorithm without a COSE_Key form. */
export function encodeKeySet(keys: IssuerKeys): Result<Uint8Array, 'bad-key'> {
  const entries: CborValue[] = [];
  for (const [kid, key] of [...keys].sort(([a], [b]) => a - b)) {
    const coseKey = isKid(kid) ? coseKeyOf(key, kid) : undefined;
    if (coseKey === undefined) return err('bad-key');
    entries.push(coseKey);
  }
  return ok(encodeCbor(entries));
}

/**
 * Reads a published key set. Keys of a kind unknown here are passed over, so that an older verifier
 * survives a newer algorithm; a repeated kid, or anything but a map, makes the whole set 'malformed'.
 */
export function decodeKeySet(bytes: Uint8Array): Result<IssuerKeys, 'malformed'> {
  const decoded = decodeCbor(bytes);
  if (!decoded.ok || !isCborArray(decoded.value) || decoded.value.length > MOST_KEYS) return err('malformed');
  const keys = new Map<number, PublicKey>();
  for (const entry of decoded.value) {
    if (!isCborMap(entry)) return err('malformed');
    const coseKey = readCoseKey(entry);
    const key = coseKey === undefined ? undefined : publicKeyOf(coseKey);
    if (coseKey?.kid === undefined || key === undefined) continue;
    if (keys.has(coseKey.kid)) return err('malformed');
    keys.set(coseKey.kid, key);
  }
  return ok(keys);
}
