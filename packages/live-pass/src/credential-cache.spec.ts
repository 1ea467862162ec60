import fc from 'fast-check';
import { CODES_BEFORE_DAMAGE, damagedCodes } from '../testing/damaged-codes';
import { codeAt, ctx, issue, issuerKeys, issuerPair, keyPair, NOW, verifier } from '../testing/fixtures';
import { GOOD } from '../vectors/good';
import { KEY_SETS, refused } from '../vectors/make';
import type { Vector } from '../vectors/vector';
import { fromHex } from './bytes';
import { createCredentialCache, type CredentialCache } from './credential-cache';
import type { CryptoContext } from './crypto-context';
import { examine } from './examine';
import { verifyPresentation } from './verify-presentation';
import type { Verdict } from './verdict';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const vectors: readonly Vector[] = [...GOOD, ...refused()];

function verdictOn(vector: Vector, credentialCache?: CredentialCache): Verdict {
  const expected = vector.expectedBinding;
  return verifyPresentation(vector.code, {
    now: vector.now,
    issuerKeys: KEY_SETS[vector.keySet],
    ctx,
    assurance: vector.assurance,
    statusOf: () => vector.status,
    burnedBefore: () => vector.burnedBefore,
    seen: () => vector.seen,
    expectedBinding: expected && { nonce: bytes(expected.nonce), audience: bytes(expected.audience) },
    credentialCache,
  });
}

/** Counts the signatures that are verified. */
function counting(): { readonly context: CryptoContext; count(): number } {
  let verified = 0;
  const verify: CryptoContext['verify'] = (...signed) => {
    verified += 1;
    return ctx.verify(...signed);
  };
  return { context: { ...ctx, verify }, count: () => verified };
}

test('every vector gets the same verdict with a cache, in whatever order they come', () => {
  const without = new Map(vectors.map((vector) => [vector, verdictOn(vector)]));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...vectors), { maxLength: 60 }), fc.integer({ min: 2, max: 8 }), (order, most) => {
      const cache = createCredentialCache(most);
      for (const vector of order) expect(verdictOn(vector, cache)).toEqual(without.get(vector));
    }),
    { numRuns: 60 },
  );
  const cache = createCredentialCache();
  for (const vector of [...vectors, ...vectors]) expect(verdictOn(vector, cache)).toEqual(without.get(vector));
});

test('damaged codes get the same verdict when their genuine ones are in the cache', () => {
  const credentialCache = createCredentialCache();
  for (const code of CODES_BEFORE_DAMAGE) verifyPresentation(code, verifier({ credentialCache }));
  fc.assert(
    fc.property(damagedCodes, (code) => {
      expect(verifyPresentation(code, verifier({ credentialCache }))).toEqual(verifyPresentation(code, verifier()));
    }),
    { numRuns: 2_000 },
  );
});

test('a credential seen before costs one signature instead of two', () => {
  const { context, count } = counting();
  const credentialCache = createCredentialCache();
  for (const later of [0, 5_000, 10_000]) {
    const now = NOW + later;
    expect(examine(codeAt(now), { now, issuerKeys, ctx: context, credentialCache }).kind).toBe('examined');
  }
  expect(count()).toBe(4);
});

test('a key that was withdrawn or replaced is not served from the cache', () => {
  const credentialCache = createCredentialCache();
  const verdict = (keys: typeof issuerKeys): unknown => verifyPresentation(codeAt(NOW), verifier({ issuerKeys: keys, credentialCache }));
  expect(verdict(issuerKeys)).toMatchObject({ kind: 'accepted' });
  expect(verdict(new Map())).toEqual({ kind: 'refused', reason: 'unknown-issuer' });
  expect(verdict(new Map([[7, keyPair(9)]]))).toEqual({ kind: 'refused', reason: 'bad-issuer-signature' });
  expect(verdict(new Map([[7, { ...issuerPair, alg: -7 }]]))).toEqual({ kind: 'refused', reason: 'wrong-algorithm' });
  expect(verdict(issuerKeys)).toMatchObject({ kind: 'accepted' });
});

test('what the issuer did not sign is not kept', () => {
  const kept: string[] = [];
  const credentialCache: CredentialCache = { get: () => undefined, set: (hash) => void kept.push(hash) };
  for (const vector of refused().filter(({ expect: told }) => told.kind === 'refused' && told.reason === 'bad-issuer-signature')) {
    verdictOn(vector, credentialCache);
  }
  expect(kept).toEqual([]);
});

test('expiry is looked at each time', () => {
  const credentialCache = createCredentialCache();
  const credential = issue({ lifetimeMs: 65_000 }).bytes;
  const code = codeAt(NOW, { credential });
  expect(verifyPresentation(code, verifier({ credentialCache })).kind).toBe('accepted');
  expect(verifyPresentation(code, verifier({ credentialCache, now: NOW + 5_000 }))).toMatchObject({ reason: 'credential-expired' });
});
