import fc from 'fast-check';
import { holderKey } from '../testing/fixtures';
import { fromHex } from './bytes';
import { ALG_EDDSA } from './crypto-context';
import { createNodeContext } from './node-context';
import { nobleContext } from './noble-context';

const node = createNodeContext();
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const message = bytes('af82');

/** RFC 8032 §7.1, test 3. */
const SEED = bytes('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
const PUBLIC = bytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
const SIGNATURE = bytes(
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
);

describe.each([
  ['node', node],
  ['pure JavaScript', nobleContext],
])('%s', (_, ctx) => {
  test('signs and verifies the example of RFC 8032', () => {
    expect(ctx.generateKeyPair(ALG_EDDSA, SEED).publicKey).toEqual(PUBLIC);
    expect(ctx.sign(ALG_EDDSA, SEED, message)).toEqual(SIGNATURE);
    expect(ctx.verify(ALG_EDDSA, PUBLIC, message, SIGNATURE)).toBe(true);
  });

  test('denies, without throwing, what it cannot read', () => {
    expect(ctx.supports(-7)).toBe(false);
    expect(ctx.verify(-7, PUBLIC, message, SIGNATURE)).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 70 }), (key, signature) => {
        expect(ctx.verify(ALG_EDDSA, key, message, signature)).toBe(false);
        expect(ctx.verify(ALG_EDDSA, PUBLIC, message, signature)).toBe(false);
      }),
    );
  });

  test('throws only for an algorithm it said it does not support', () => {
    expect(() => ctx.sign(-7, SEED, message)).toThrow('-7');
    expect(() => ctx.generateKeyPair(-7, SEED)).toThrow('-7');
  });

  test.each([
    ['the neutral point', `01${'00'.repeat(31)}`],
    ['a point of order two', `ec${'ff'.repeat(30)}7f`],
    ['a point of order four', '00'.repeat(32)],
    ['a point of order eight', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['no point at all', `02${'00'.repeat(31)}`],
    ['31 bytes', '11'.repeat(31)],
  ])('%s is no sound key', (_name, key) => {
    expect(ctx.isSoundPublicKey(ALG_EDDSA, bytes(key))).toBe(false);
  });

  test('an honest key is sound', () => {
    expect(ctx.isSoundPublicKey(ALG_EDDSA, holderKey.publicKey)).toBe(true);
    expect(ctx.isSoundPublicKey(-7, holderKey.publicKey)).toBe(false);
  });
});

test('both hash and sign alike', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, seed) => {
      expect(node.sha256(text)).toEqual(Uint8Array.from(nobleContext.sha256(text)));
      const signature = node.sign(ALG_EDDSA, seed, text);
      expect(nobleContext.sign(ALG_EDDSA, seed, text)).toEqual(signature);
      expect(
        nobleContext.verify(
          ALG_EDDSA,
          nobleContext.generateKeyPair(ALG_EDDSA, seed).publicKey,
          text,
          signature,
        ),
      ).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('more keys than are kept in memory still verify', () => {
  const many = Array.from({ length: 8_400 }, (_, i) => {
    const key = new Uint8Array(32).fill(1);
    key.set([i & 255, i >> 8]);
    return key;
  });
  const signature = nobleContext.sign(ALG_EDDSA, SEED, message);
  for (const publicKey of many) node.verify(ALG_EDDSA, publicKey, message, signature);
  expect(node.verify(ALG_EDDSA, PUBLIC, message, signature)).toBe(true);
});
