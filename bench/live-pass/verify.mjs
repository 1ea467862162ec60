import { createCredentialCache, examine, SLOT_MS } from '@yuezheng/live-pass';
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { printed } from './printed.mjs';
import { makePasses } from './passes.mjs';
import { makeDocumentedWorld, makeLeanestWorld } from './sd-jwt.mjs';
import { inTurns, speedOf, timesAsQuick } from './turns.mjs';

const SAMPLES = 2_000;
const MOST_CACHED = 10_000;

/**
 * Verifies credential and key binding in turns with @sd-jwt/core: codes never seen before (cold),
 * and the next codes of the same phones with the issuer's part cached. Beside them the bare signatures, which no
 * verifier on the same cryptography can be quicker than.
 * @param {{ samples?: number }} [options]
 */
export async function run({ samples = SAMPLES } = {}) {
  const now = Date.now();
  const passes = makePasses(samples, now);
  const [first, next] = [passes.codes(0), passes.codes(1)];
  const [documented, leanest] = [await makeDocumentedWorld(), makeLeanestWorld()];
  const shown = { documented: /** @type {string[]} */ ([]), selective: /** @type {string[]} */ ([]), plain: /** @type {string[]} */ ([]) };
  for (let i = 0; i < samples; i += 1) {
    shown.documented.push(await documented.presentation('selective', now));
    shown.selective.push(await leanest.presentation('selective', now));
    shown.plain.push(await leanest.presentation('plain', now));
  }
  const cold = { now, issuerKeys: passes.issuerKeys, ctx: passes.warmContext() };
  const cached = { ...cold, now: now + SLOT_MS, ctx: passes.warmContext(), credentialCache: createCredentialCache(Math.max(MOST_CACHED, 2 * samples)) };
  for (const code of first) genuine(examine(code, { ...cached, now }));
  const bare = bareSignatures(samples);
  const taken = await inTurns(
    {
      cold: (i) => genuine(examine(first[i] ?? '', cold)),
      cached: (i) => genuine(examine(next[i] ?? '', cached)),
      documented: (i) => documented.verify(shown.documented[i] ?? ''),
      leanest: (i) => leanest.verify(shown.selective[i] ?? ''),
      leanestPlain: (i) => leanest.verify(shown.plain[i] ?? ''),
      bareTwoAndImport: (i) => bare.twoAndImport(i),
      bareOne: (i) => bare.one(i),
    },
    samples,
  );
  const speed = {
    cold: speedOf(taken.cold), cached: speedOf(taken.cached), documented: speedOf(taken.documented), leanest: speedOf(taken.leanest),
    leanestPlain: speedOf(taken.leanestPlain), bareTwoAndImport: speedOf(taken.bareTwoAndImport), bareOne: speedOf(taken.bareOne),
  };
  const against = (/** @type {'documented' | 'leanest' | 'leanestPlain'} */ theirs) => ({
    cold: timesAsQuick(speed.cold, speed[theirs]), cached: timesAsQuick(speed.cached, speed[theirs]),
  });
  return {
    title: 'verify credential and key binding',
    samples,
    speed,
    /** As the library documents itself (ES256 on WebCrypto); on node:crypto with Ed25519 as ours; that without disclosures. */
    ratios: { documented: against('documented'), leanest: against('leanest'), leanestPlain: against('leanestPlain') },
    /** What a verifier would reach against the leanest that did nothing but the signatures. */
    ceilings: { cold: timesAsQuick(speed.bareTwoAndImport, speed.leanest), cached: timesAsQuick(speed.bareOne, speed.leanest) },
    aims: { cold: 2, cached: 5 },
  };
}

/** @param {ReturnType<typeof examine>} verdict */
function genuine(verdict) {
  if (verdict.kind !== 'examined') throw new Error(`a good code was refused: ${verdict.reason}`);
}

/** @param {number} samples */
function bareSignatures(samples) {
  const issuer = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(100, 1);
  const issued = sign(null, message, issuer.privateKey);
  const holders = Array.from({ length: samples }, () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    return { key: publicKey.export({ format: 'jwk' }), publicKey, signature: sign(null, message, privateKey) };
  });
  return {
    /** @param {number} i */
    twoAndImport(i) {
      const holder = holders[i];
      if (holder === undefined || !verify(null, message, issuer.publicKey, issued)) throw new Error('a good signature was refused');
      return verify(null, message, createPublicKey({ key: holder.key, format: 'jwk' }), holder.signature);
    },
    /** @param {number} i */
    one(i) {
      const holder = holders[i];
      return holder !== undefined && verify(null, message, holder.publicKey, holder.signature);
    },
  };
}

await printed(import.meta.url, run);
