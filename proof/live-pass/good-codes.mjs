import { ALG_EDDSA, issueCredential, present } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';

/** Where codes are made: its issuer is trusted, its clock stands still. @typedef {ReturnType<typeof makeWorld>} World */

const NAMES = ['林**', '李*', '欧**', '阿**', '王*明'];
const KID = 7;
const HOUR = 3_600_000;
/** 2026-11-22 09:41:27 in Guangdong. */
const NOW = Date.UTC(2026, 10, 22, 1, 41, 27);

/**
 * An issuer and phones whose keys come from the seed: good codes to start from.
 * @param {import('./seeded.mjs').Chance} chance
 * @param {number} count how many phones
 */
export function makeWorld(chance, count) {
  const ctx = createNodeContext();
  const issuer = ctx.generateKeyPair(ALG_EDDSA, chance.bytes(32));
  const issuerKey = { kid: KID, alg: ALG_EDDSA, secretKey: issuer.secretKey };
  const holders = Array.from({ length: count }, (_, i) => ({
    holderKey: ctx.generateKeyPair(ALG_EDDSA, chance.bytes(32)),
    maskedName: NAMES[i % NAMES.length] ?? '林**',
    statusIndex: chance.whole(50_000_000),
  }));
  /** @param {number} issuedAt @param {number} lifetimeMs */
  const phones = (issuedAt, lifetimeMs) =>
    holders.map(({ holderKey, maskedName, statusIndex }) => {
      const request = { permitType: 1, maskedName, permitValidUntil: '2049-12-20', statusIndex, holderKey, now: issuedAt, lifetimeMs };
      return { holderKey, credential: value(issueCredential(request, issuerKey, ctx)).bytes };
    });
  const certified = phones(NOW - HOUR, 2 * HOUR);
  /** @param {number} now epoch ms */
  const codesAt = (now) => certified.map((phone) => value(present({ ...phone, now, ctx })).code);
  return {
    ctx,
    now: NOW,
    issuerKeys: new Map([[KID, issuer]]),
    codes: codesAt(NOW),
    codesAt,
    /** Shown in the last moment of credentials that have ended since. */
    expiredCodes: () => phones(NOW - HOUR, HOUR).map((phone) => value(present({ ...phone, now: NOW - 1, ctx })).code),
  };
}

/** @template T @param {{ ok: true, value: T } | { ok: false, error: string }} result */
function value(result) {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
