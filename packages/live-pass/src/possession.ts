import { encodeCbor } from './cbor';
import type { CryptoContext, KeyPair, PublicKey } from './crypto-context';
import { err, ok, type Result } from './result';

/**
 * Proof, before a credential is issued, that the phone has the secret of the key it hands in: a signature
 * over a label of its own, the server's challenge (16 to 64 random bytes, used once) and the key.
 */
export type PossessionError = 'wrong-algorithm' | 'bad-challenge' | 'bad-key' | 'bad-signature';

const SIGNED_CONTEXT = 'yuezheng/live-pass/possession/1';

/** The phone's part: raw signature, 64 bytes for Ed25519. */
export function provePossession(
  holderKey: KeyPair,
  challenge: Uint8Array,
  ctx: CryptoContext,
): Result<Uint8Array, PossessionError> {
  if (!ctx.supports(holderKey.alg)) return err('wrong-algorithm');
  if (!isChallenge(challenge)) return err('bad-challenge');
  return ok(ctx.sign(holderKey.alg, holderKey.secretKey, toBeSigned(holderKey, challenge)));
}

/** The server's part; a key that could answer for several messages at once is refused as 'bad-key'. */
export function checkPossession(
  holderKey: PublicKey,
  challenge: Uint8Array,
  signature: Uint8Array,
  ctx: CryptoContext,
): Result<true, PossessionError> {
  if (!ctx.supports(holderKey.alg)) return err('wrong-algorithm');
  if (!isChallenge(challenge)) return err('bad-challenge');
  if (!ctx.isSoundPublicKey(holderKey.alg, holderKey.publicKey)) return err('bad-key');
  const good = ctx.verify(holderKey.alg, holderKey.publicKey, toBeSigned(holderKey, challenge), signature);
  return good ? ok(true) : err('bad-signature');
}

function isChallenge(challenge: Uint8Array): boolean {
  return challenge.length >= 16 && challenge.length <= 64;
}

function toBeSigned({ alg, publicKey }: PublicKey, challenge: Uint8Array): Uint8Array {
  return encodeCbor([SIGNED_CONTEXT, challenge, alg, publicKey]);
}
