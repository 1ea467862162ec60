import { encode, rfc8949EncodeOptions, tokensToObject } from 'cborg';
import { CanonicalTokens } from './canonical-tokens';
import { err, ok, type Result } from './result';

/** The CBOR (RFC 8949) that this package uses: no floats, no tags, no indefinite lengths. */
export type CborValue = number | string | Uint8Array | null | readonly CborValue[] | CborMap;
export type CborMap = ReadonlyMap<CborKey, CborValue>;
export type CborKey = number | string;

/** One item of a CBOR sequence (RFC 8742) with the very bytes that stood for it. */
export interface CborItem {
  readonly value: CborValue;
  readonly bytes: Uint8Array;
}

/** Deterministic encoding (RFC 8949 §4.2.1): equal values always give equal bytes. */
export function encodeCbor(value: CborValue): Uint8Array {
  return plain(encode(value, rfc8949EncodeOptions));
}

/** Reads exactly one item; anything but its deterministic encoding, to the last byte, is 'malformed'. */
export function decodeCbor(bytes: Uint8Array): Result<CborValue, 'malformed'> {
  const items = decodeCborSequence(bytes, 1);
  const only = items.ok ? items.value[0] : undefined;
  return only === undefined ? err('malformed') : ok(only.value);
}

/** Reads 1 to `most` items written one after another, each in its deterministic encoding. */
export function decodeCborSequence(
  bytes: Uint8Array,
  most: number,
): Result<readonly CborItem[], 'malformed'> {
  const items: CborItem[] = [];
  const whole = plain(bytes);
  const tokens = new CanonicalTokens(whole);
  try {
    for (let start = 0; !tokens.done(); start = tokens.pos()) {
      if (items.length === most) return err('malformed');
      const value: unknown = tokensToObject(tokens, tokens.reading);
      if (!isCborValue(value)) return err('malformed');
      items.push({ value, bytes: whole.subarray(start, tokens.pos()) });
    }
  } catch {
    return err('malformed');
  }
  return items.length > 0 ? ok(items) : err('malformed');
}

/** Whether a decoded value is a map (major type 5). */
export function isCborMap(value: CborValue | undefined): value is CborMap {
  return value instanceof Map;
}

/** Whether a decoded value is a byte string (major type 2). */
export function isCborBytes(value: CborValue | undefined): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** Whether a decoded value is an array (major type 4). */
export function isCborArray(value: CborValue | undefined): value is readonly CborValue[] {
  return Array.isArray(value);
}

/** A whole number from 0 to `most`. */
export function isUint(value: CborValue | undefined, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

/** Whether a decoded value is a safe integer. */
export function isInt(value: CborValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** Whether the map has these keys, and no other than these and the optional ones. */
export function hasKeys(
  map: CborMap,
  required: readonly CborKey[],
  optional: readonly CborKey[] = [],
): boolean {
  const present = optional.filter((key) => map.has(key)).length;
  return map.size === required.length + present && required.every((key) => map.has(key));
}

function isCborValue(value: unknown): value is CborValue {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isCborValue);
  return value instanceof Map && isCborMapInOrder(value);
}

/** Keys must stand in the order of their encodings (RFC 8949 §4.2.1), which the decoder does not look at. */
function isCborMapInOrder(map: ReadonlyMap<unknown, unknown>): boolean {
  let before: CborKey | undefined;
  for (const [key, held] of map) {
    if (!isCborKey(key) || !isCborValue(held)) return false;
    if (before !== undefined && !isBefore(before, key)) return false;
    before = key;
  }
  return true;
}

/** Whole numbers from 0 up, then those below from -1 down, then texts: shorter first, then byte by byte. */
function isBefore(first: CborKey, second: CborKey): boolean {
  if (typeof first === 'number' && typeof second === 'number') {
    return first < 0 === second < 0 ? Math.abs(first) < Math.abs(second) : second < 0;
  }
  if (typeof first === 'number' || typeof second === 'number') return typeof first === 'number';
  const [a, b] = [new TextEncoder().encode(first), new TextEncoder().encode(second)];
  if (a.length !== b.length) return a.length < b.length;
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function isCborKey(key: unknown): key is CborKey {
  return typeof key === 'string' || Number.isSafeInteger(key);
}

/** Node's Buffer leaks out of the library where there is one; everyone else must see the same type. */
function plain(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
