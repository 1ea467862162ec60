import { ALG_EDDSA, CREDENTIAL_LIFETIME_MS, issueCredential, present, SLOT_MS } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';
import { randomBytes } from 'node:crypto';

/** @typedef {import('@yuezheng/live-pass').KeyPair} KeyPair */
/** What both formats say of a permit. @typedef {{ permitType: number, maskedName: string, permitValidUntil: string, statusIndex: number }} Permit */

/** @type {Permit} */
export const PERMIT = { permitType: 1, maskedName: '林**', permitValidUntil: '2049-12-20', statusIndex: 31_415_926 };

const KID = 7;

/**
 * An issuer, and phones that it certified, each with a key of its own.
 * @param {number} phones
 * @param {number} now epoch ms
 */
export function makePasses(phones, now) {
  const ctx = createNodeContext();
  const issuer = ctx.generateKeyPair(ALG_EDDSA, randomBytes(32));
  const issued = Array.from({ length: phones }, () => {
    const holderKey = ctx.generateKeyPair(ALG_EDDSA, randomBytes(32));
    const request = { ...PERMIT, holderKey, now, lifetimeMs: CREDENTIAL_LIFETIME_MS };
    const credential = issueCredential(request, { kid: KID, alg: ALG_EDDSA, secretKey: issuer.secretKey }, ctx);
    if (!credential.ok) throw new Error(credential.error);
    return { credential: credential.value.bytes, holderKey };
  });
  return {
    issuerKeys: new Map([[KID, issuer]]),
    /** The issuer's key alone has been used before, as in a server that has been running. */
    warmContext() {
      const context = createNodeContext();
      context.verify(ALG_EDDSA, issuer.publicKey, new Uint8Array(1), new Uint8Array(64));
      return context;
    },
    /** What one of the phones shows with. @param {number} index */
    phone(index) {
      const phone = issued[index];
      if (!phone) throw new Error('no such phone');
      return { ...phone, ctx };
    },
    /** The codes of all phones, so many slots later. */
    codes: (/** @type {number} */ slotsLater) =>
      issued.map((phone) => {
        const shown = present({ ...phone, now: now + slotsLater * SLOT_MS, ctx });
        if (!shown.ok) throw new Error(shown.error);
        return shown.value.code;
      }),
  };
}
