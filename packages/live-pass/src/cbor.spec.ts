import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import { fromHex } from './bytes';
import { decodeCbor, decodeCborSequence, encodeCbor, type CborValue } from './cbor';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

const { value: anyValue } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('value')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((entries) => new Map(entries)),
  ),
}));

/** The long way round: decode with the library alone, encode again, compare. */
function isCanonical(input: Uint8Array): boolean {
  try {
    const value: unknown = decode(input, { useMaps: true, rejectDuplicateMapKeys: true });
    return isPlain(value) && Buffer.from(encode(value, rfc8949EncodeOptions)).equals(input);
  } catch {
    return false;
  }
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (value instanceof Map) return [...value].every(([key, held]) => ['string', 'number'].includes(typeof key) && isPlain(key) && isPlain(held));
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return value === null || typeof value === 'string' || value instanceof Uint8Array;
}

test('reads what it wrote', () => {
  fc.assert(
    fc.property(anyValue, (value) => expect(decodeCbor(encodeCbor(value))).toEqual({ ok: true, value })),
  );
});

test.each([
  ['nothing', ''],
  ['an integer in more bytes than it needs', '1801'],
  ['a length in more bytes than it needs', '580101'],
  ['an array of indefinite length', '9f01ff'],
  ['text of indefinite length', '7f6161ff'],
  ['map keys out of order', 'a202000100'],
  ['a key twice', 'a201000101'],
  ['a key that is bytes', 'a1410100'],
  ['a fraction', 'f93e00'],
  ['a whole number written as a float', 'f93c00'],
  ['not-a-number', 'f97e00'],
  ['undefined', 'f7'],
  ['true', 'f5'],
  ['a tag', 'd20a'],
  ['an integer beyond 53 bits', '1bffffffffffffffff'],
  ['text that is not UTF-8', '61ff'],
  ['a text cut short', '6261'],
  ['a byte left over', '0000'],
  ['a break alone', 'ff'],
])('refuses %s', (_, hex) => {
  expect(decodeCbor(bytes(hex))).toEqual({ ok: false, error: 'malformed' });
});

test('never throws, and takes only the one encoding of a value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
      const decoded = decodeCbor(input);
      expect(!decoded.ok || Buffer.from(encodeCbor(decoded.value)).equals(input)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('takes exactly what encodes again to the same bytes, whatever bit is changed', () => {
  fc.assert(
    fc.property(anyValue, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, mask) => {
      const good = encodeCbor(value);
      const input = good.map((byte, i) => (i === at % good.length ? byte ^ mask : byte));
      expect(decodeCbor(input).ok).toBe(isCanonical(input));
    }),
    { numRuns: 3_000 },
  );
});

test('a sequence gives each item with its own bytes, and no more items than asked', () => {
  const sequence = decodeCborSequence(bytes('0182020363616263'), 3);
  expect(sequence).toEqual({
    ok: true,
    value: [
      { value: 1, bytes: bytes('01') },
      { value: [2, 3], bytes: bytes('820203') },
      { value: 'abc', bytes: bytes('63616263') },
    ],
  });
  expect(decodeCborSequence(bytes('0182020363616263'), 2).ok).toBe(false);
});

test('gives plain byte arrays, also for a Buffer', () => {
  const decoded = decodeCbor(Buffer.from('4101', 'hex'));
  expect(decoded.ok && Object.getPrototypeOf(decoded.value)).toBe(Uint8Array.prototype);
  expect(Object.getPrototypeOf(encodeCbor('中'))).toBe(Uint8Array.prototype);
});
