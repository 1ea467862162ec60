import fc from 'fast-check';
import { codeAt, ctx, holderKey, issue, issuerKeys, NOW, validStatus, verifier } from '../testing/fixtures';
import { CODES_BEFORE_DAMAGE, damagedCodes } from '../testing/damaged-codes';
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

test('of 12,000 mutated codes none is accepted and none throws', () => {
  fc.assert(
    fc.property(damagedCodes, (mutated) => {
      fc.pre(!CODES_BEFORE_DAMAGE.includes(mutated));
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
