import { issuerPair, keyPair, must } from '../testing/fixtures';
import { encodeCbor, type CborValue } from './cbor';
import { coseKeyOf } from './cose-key';
import { decodeKeySet, encodeKeySet } from './key-set';

const key = (kid: number, entries: readonly (readonly [number, CborValue])[]): CborValue =>
  new Map<number, CborValue>([[2, Uint8Array.of(kid >> 8, kid & 0xff)], ...entries]);

test('a set reads as it was written, old and new key side by side', () => {
  const keys = new Map([
    [65_535, keyPair(9)],
    [7, issuerPair],
  ]);
  const read = must(decodeKeySet(must(encodeKeySet(keys))));
  expect([...read.keys()]).toEqual([7, 65_535]);
  expect(read.get(7)).toEqual({ alg: -8, publicKey: issuerPair.publicKey });
});

test('a secret never gets into a published set', () => {
  const published = Buffer.from(must(encodeKeySet(new Map([[7, issuerPair]]))));
  expect(published.includes(Buffer.from(issuerPair.secretKey))).toBe(false);
});

test('keys of kinds unknown here are passed over, so that an older counter survives a newer algorithm', () => {
  const known = coseKeyOf(issuerPair, 7) ?? null;
  const rsa = key(1, [
    [1, 3],
    [-1, new Uint8Array(256)],
    [-2, Uint8Array.of(1, 0, 1)],
  ]);
  const postQuantum = key(2, [
    [1, 7],
    [3, -48],
    [-1, new Uint8Array(64)],
  ]);
  const otherCurve = key(3, [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(32)],
    [-3, new Uint8Array(32)],
  ]);
  const contradiction = key(4, [
    [1, 1],
    [3, -7],
    [-1, 6],
    [-2, new Uint8Array(32)],
  ]);
  const set = must(decodeKeySet(encodeCbor([rsa, postQuantum, otherCurve, contradiction, known])));
  expect([...set.keys()]).toEqual([7]);
});

test.each<[string, CborValue]>([
  ['no array', 'keys'],
  ['an entry that is no key', [1]],
  ['a key id twice', [coseKeyOf(issuerPair, 7) ?? null, coseKeyOf(keyPair(9), 7) ?? null]],
  [
    'more keys than any rotation needs',
    Array.from({ length: 33 }, (_, kid) => coseKeyOf(issuerPair, kid) ?? null),
  ],
])('%s is malformed', (_, value) => {
  expect(decodeKeySet(encodeCbor(value))).toEqual({ ok: false, error: 'malformed' });
});

test.each([-1, 65_536, 1.5])('the key id %d cannot be published', (kid) => {
  expect(encodeKeySet(new Map([[kid, issuerPair]]))).toEqual({ ok: false, error: 'bad-key' });
});

test('an algorithm without a key form cannot be published', () => {
  expect(encodeKeySet(new Map([[1, { ...issuerPair, alg: -7 }]])).ok).toBe(false);
});
