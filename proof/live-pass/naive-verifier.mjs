import { readCredential, SLOT_MS } from '@yuezheng/live-pass';
import { partsOf } from './mutations.mjs';

/**
 * The usual mistakes on the same format: it verifies the issuer's signature, the expiry and the age of the slot, and
 * takes the rest on trust. The key in `cnf` is never asked (whoever has the credential may show it), a use is not
 * remembered, and what cannot be parsed is somebody else's worry.
 * @param {string} code
 * @param {{ now: number, issuerKeys: import('@yuezheng/live-pass').IssuerKeys, ctx: import('@yuezheng/live-pass').CryptoContext }} context
 * @returns {boolean} whether it would let the holder pass
 * @throws {Error} for much of what is malformed
 */
export function naiveAccepts(code, { now, issuerKeys, ctx }) {
  const { credential, slot } = partsOf(code);
  const read = readCredential(credential);
  if (!read.ok) throw new Error('cannot parse');
  const { sign1, claims } = read.value;
  const issuer = issuerKeys.get(sign1.kid);
  if (issuer === undefined) throw new Error('no such key');
  const { protectedBytes, payload, signature } = sign1;
  const heads = { structure: [0x84, 0x6a], header: [0x40 + protectedBytes.length, ...protectedBytes, 0x40], payload: [0x58, payload.length] };
  const signed = Buffer.concat([Buffer.from(heads.structure), Buffer.from('Signature1'), Buffer.from(heads.header), Buffer.from(heads.payload), payload]);
  return ctx.verify(sign1.alg, issuer.publicKey, signed, signature) && now < claims.expiresAt && now - slot * SLOT_MS < 15_000;
}
