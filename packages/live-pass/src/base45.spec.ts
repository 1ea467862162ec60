import fc from 'fast-check';
import { fromBase45, toBase45 } from './base45';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('writes and reads the example of RFC 9285: %s', (plain, coded) => {
  expect(toBase45(ascii(plain))).toBe(coded);
  expect(fromBase45(coded)).toEqual(ascii(plain));
});

test.each(['A', 'GGWA', ':::', 'GGX', '::', 'V5', 'bb8', 'BB_', 'ＡＢＣ', 'BB8\n'])('refuses %j', (text) => {
  expect(fromBase45(text)).toBeUndefined();
});

test('reads what it wrote, in three characters for two bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase45(bytes);
      expect(fromBase45(text)).toEqual(bytes);
      expect(text.length).toBe(Math.ceil(bytes.length * 1.5));
    }),
  );
});

test('no two texts stand for the same bytes', () => {
  const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (text) => {
      const bytes = fromBase45(text);
      expect(bytes === undefined || toBase45(bytes) === text).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
