import fc from 'fast-check';
import { codeAt, ctx, holderKey, issue, issuerKeys, NOW, validStatus, verifier } from '../testing/fixtures';
import { fromBase45, toBase45 } from './base45';
import { examine } from './examine';
import { judge } from './judge';
import { slotAt } from './slot';
import { REFUSAL_REASONS } from './verdict';
import { verifyPresentation } from './verify-presentation';

const code = codeAt(NOW);

test('a code is good once', () => {
  const used = new Set<string>();
  const seen = (id: string): boolean => used.has(id) || !used.add(id).has(id);
  const verdicts = [1, 2, 3].map(() => verifyPresentation(code, verifier({ seen })));
  expect(verdicts.map(({ kind }) => kind)).toEqual(['accepted', 'refused', 'refused']);
  expect(verdicts[1]).toMatchObject({ reason: 'already-used', credential: { maskedName: '林**' } });
  expect(verifyPresentation(codeAt(NOW + 5_000), verifier({ now: NOW + 5_000, seen })).kind).toBe('accepted');
});

test('a use is asked for only when nothing else speaks against the code', () => {
  const asked: string[] = [];
  const seen = (id: string): boolean => asked.push(id) < 0;
  for (const change of [
    { now: NOW + 60_000 },
    { statusOf: () => ({ ...validStatus, status: 'suspended' as const }) },
    { burnedBefore: () => NOW },
    { issuerKeys: new Map() },
  ]) {
    expect(verifyPresentation(code, verifier({ ...change, seen })).kind).toBe('refused');
  }
  expect(asked).toEqual([]);
});

test('a bound and an ordinary code of one slot count as one use', () => {
  const binding = { nonce: new Uint8Array(8), audience: new Uint8Array(8) };
  const ids = [
    examine(code, verifier()).presentationId,
    examine(codeAt(NOW, { binding }), verifier({ expectedBinding: binding })).presentationId,
  ];
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
});

test('a refusal names the holder only after both signatures were good', () => {
  expect(verifyPresentation(code, verifier({ now: NOW + 60_000 }))).toHaveProperty('credential.statusIndex');
  const unsigned = codeAt(NOW, { credential: issue().bytes });
  expect(verifyPresentation(unsigned, verifier({ issuerKeys: new Map() }))).toEqual({
    kind: 'refused',
    reason: 'unknown-issuer',
  });
});

test('the two steps that a server takes give the verdict of the one', () => {
  const examined = examine(code, { now: NOW, issuerKeys, ctx });
  if (examined.kind !== 'examined') throw new Error('the code is genuine');
  const facts = { statusFact: validStatus, seenBefore: false, assurance: 'online' as const };
  expect(judge(examined, facts)).toEqual(verifyPresentation(code, verifier()));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'a clock that says %d refuses',
  (now) => {
    expect(verifyPresentation(code, verifier({ now })).kind).toBe('refused');
  },
);

test('every moment outside the window is refused, every moment inside accepted', () => {
  const begins = slotAt(NOW) * 5_000;
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (after) => {
      const verdict = verifyPresentation(code, verifier({ now: begins + after }));
      expect(verdict.kind).toBe(after >= -6_000 && after <= 15_000 ? 'accepted' : 'refused');
    }),
  );
});

const bytes = fromBase45(code.slice(4)) ?? new Uint8Array(0);
const otherBytes =
  fromBase45(codeAt(NOW, { credential: issue({ maskedName: '李*' }).bytes }).slice(4)) ?? bytes;
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
const mutatedCodes = fc.oneof(
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

test('of 12,000 mutated codes none is accepted and none throws', () => {
  fc.assert(
    fc.property(mutatedCodes, (mutated) => {
      fc.pre(mutated !== code && mutated !== `YP1:${toBase45(otherBytes)}`);
      const verdict = verifyPresentation(mutated, verifier());
      expect(verdict.kind).toBe('refused');
      expect(REFUSAL_REASONS).toContain(verdict.kind === 'refused' ? verdict.reason : '');
    }),
    { numRuns: 12_000 },
  );
});

test('a phone cannot show for another phone', () => {
  const stolen = issue().bytes;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
      const thief = ctx.generateKeyPair(holderKey.alg, seed);
      const showing = { ...thief, publicKey: holderKey.publicKey };
      expect(verifyPresentation(codeAt(NOW, { credential: stolen, holderKey: showing }), verifier())).toEqual(
        {
          kind: 'refused',
          reason: 'bad-holder-signature',
        },
      );
    }),
    { numRuns: 30 },
  );
});
