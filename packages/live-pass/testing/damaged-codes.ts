import fc from 'fast-check';
import { fromBase45, toBase45 } from '../src/base45';
import { codeAt, issue, NOW } from './fixtures';

const code = codeAt(NOW);
const otherCode = codeAt(NOW, { credential: issue({ maskedName: '李*' }).bytes });
const bytes = fromBase45(code.slice(4)) ?? new Uint8Array(0);
const otherBytes = fromBase45(otherCode.slice(4)) ?? bytes;

/** The good codes that all damage starts from: what comes out equal to one of them is not damaged. */
export const CODES_BEFORE_DAMAGE: readonly string[] = [code, otherCode];

const at = fc.nat(bytes.length - 1);
const character = fc.constantFrom(
  ...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:',
  'a',
  '中',
  '\n',
  '\u0000',
);

/** Ways in which a code gets damaged or tampered with. */
const mutations = fc.oneof(
  fc
    .tuple(at, fc.integer({ min: 1, max: 255 }))
    .map(([i, mask]) => bytes.map((byte, j) => (j === i ? byte ^ mask : byte))),
  fc
    .tuple(at, fc.nat(12))
    .map(([i, count]) => Uint8Array.from([...bytes.slice(0, i), ...bytes.slice(i + count + 1)])),
  fc
    .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 12 }))
    .map(([i, more]) => Uint8Array.from([...bytes.slice(0, i), ...more, ...bytes.slice(i)])),
  fc
    .tuple(at, at, at)
    .map(([i, j, to]) =>
      bytes.map((byte, k) => (k >= i && k < j ? (bytes[(k + to) % bytes.length] ?? 0) : byte)),
    ),
  at.map((i) => Uint8Array.from([...bytes.slice(0, i), ...otherBytes.slice(i)])),
  fc.uint8Array({ maxLength: 262 }),
);

/** Codes with bytes or characters changed, cut out, put in, moved or mixed with those of another. */
export const damagedCodes = fc.oneof(
  { weight: 4, arbitrary: mutations.map((mutated) => `YP1:${toBase45(mutated)}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(code.length - 1), character)
      .map(([i, put]) => code.slice(0, i) + put + code.slice(i + 1)),
  },
  { weight: 1, arbitrary: fc.nat(code.length - 1).map((length) => code.slice(0, length)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 500 }) },
);
