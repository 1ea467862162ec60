import { ALG_EDDSA, CODE_MOST_CHARACTERS, issueCredential, present } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';
import { randomBytes } from 'node:crypto';
import { PERMIT } from './passes.mjs';
import { printed } from './printed.mjs';
import { makeLeanestWorld } from './sd-jwt.mjs';

/** Figures of others, as published for this comparison: an ordinary EU vaccination certificate, an SD-JWT VC. */
const PUBLISHED = { euDcc: 609, sdJwtWithKeyBinding: 1_184 };

/** The longest that the format allows: every field at its limit, bound to a counter. */
const LONGEST = { permitType: 255, maskedName: '𠮷𠮷𠮷', permitValidUntil: '2149-06-06', statusIndex: 0xffff_ffff };
const BINDING = { nonce: new Uint8Array(12).fill(255), audience: new Uint8Array(16).fill(255) };

/** How many characters a code has, ours and others'. */
export async function run() {
  const now = Date.now();
  const sdJwt = makeLeanestWorld();
  return {
    title: 'code characters',
    ours: { usual: codeOf(PERMIT, now).length, longest: codeOf(LONGEST, now, BINDING).length, most: CODE_MOST_CHARACTERS },
    published: PUBLISHED,
    measured: {
      sdJwtWithKeyBinding: (await sdJwt.presentation('selective', now)).length,
      sdJwtWithKeyBindingPlain: (await sdJwt.presentation('plain', now)).length,
    },
    aims: { most: 395, usual: 335 },
  };
}

/**
 * @param {import('./passes.mjs').Permit} permit
 * @param {number} now epoch ms
 * @param {import('@yuezheng/live-pass').CounterBinding} [binding]
 */
function codeOf(permit, now, binding) {
  const ctx = createNodeContext();
  const [issuer, holderKey] = [ctx.generateKeyPair(ALG_EDDSA, randomBytes(32)), ctx.generateKeyPair(ALG_EDDSA, randomBytes(32))];
  const issued = issueCredential({ ...permit, holderKey, now }, { kid: 7, alg: ALG_EDDSA, secretKey: issuer.secretKey }, ctx);
  if (!issued.ok) throw new Error(issued.error);
  const shown = present({ credential: issued.value.bytes, holderKey, now, ctx, binding });
  if (!shown.ok) throw new Error(shown.error);
  return shown.value.code;
}

await printed(import.meta.url, run);
