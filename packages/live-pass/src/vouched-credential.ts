import { equalBytes, toHex } from './bytes';
import type { CborValue } from './cbor';
import { publicKeyOf } from './cose-key';
import { isSignedBy } from './cose-sign1';
import { credentialFrom, credentialIdOf, type Credential } from './credential';
import type { CredentialCache, VouchedCredential } from './credential-cache';
import type { CryptoContext, PublicKey } from './crypto-context';
import type { IssuerKeys } from './key-set';
import { err, ok, type Result } from './result';
import type { CredentialFacts } from './verdict';

export interface VouchingContext {
  readonly issuerKeys: IssuerKeys;
  readonly ctx: CryptoContext;
  /** Spares the issuer's signature for a credential seen before; verdicts are the same without it. */
  readonly credentialCache?: CredentialCache;
}

export type VouchingError = 'malformed' | 'unknown-issuer' | 'wrong-algorithm' | 'bad-issuer-signature';

/**
 * The issuer's part of a verification. Looks in this order: malformed, unknown-issuer, wrong-algorithm,
 * bad-issuer-signature.
 *
 * @param value the credential as decoded
 * @param hash SHA-256 of its bytes
 */
export function vouchedCredential(
  value: CborValue,
  hash: Uint8Array,
  context: VouchingContext,
): Result<CredentialFacts, VouchingError> {
  const name = toHex(hash);
  const known = context.credentialCache?.get(name);
  if (known !== undefined && isStillVouchedFor(known, context)) return ok(known.facts);
  const credential = credentialFrom(value);
  if (!credential.ok) return credential;
  const { sign1, claims } = credential.value;
  const keys = keysOf(credential.value, context);
  if (!keys.ok) return keys;
  const { issuer, holder } = keys.value;
  if (!isSignedBy(sign1, issuer.publicKey, context.ctx)) return err('bad-issuer-signature');
  const facts = { ...claims, credentialId: credentialIdOf(hash), issuerKid: sign1.kid, holderKey: holder };
  context.credentialCache?.set(name, { facts, vouchedBy: issuer });
  return ok(facts);
}

/** A key that was withdrawn or replaced vouches for nothing any more. */
function isStillVouchedFor({ facts, vouchedBy }: VouchedCredential, { issuerKeys, ctx }: VouchingContext): boolean {
  const issuer = issuerKeys.get(facts.issuerKid);
  if (issuer === undefined || issuer.alg !== vouchedBy.alg) return false;
  return ctx.supports(issuer.alg) && ctx.supports(facts.holderKey.alg) && equalBytes(issuer.publicKey, vouchedBy.publicKey);
}

function keysOf(
  { sign1, holderKey }: Credential,
  { issuerKeys, ctx }: VouchingContext,
): Result<{ readonly issuer: PublicKey; readonly holder: PublicKey }, VouchingError> {
  const issuer = issuerKeys.get(sign1.kid);
  if (issuer === undefined) return err('unknown-issuer');
  const holder = publicKeyOf(holderKey);
  if (sign1.alg !== issuer.alg || !ctx.supports(issuer.alg)) return err('wrong-algorithm');
  if (holder === undefined || !ctx.supports(holder.alg)) return err('wrong-algorithm');
  return ok({ issuer, holder });
}
