import { toHex } from './bytes';
import { dateOf, endOfDay, epochDay, LAST_DAY } from './calendar-day';
import { decodeCbor, encodeCbor, hasKeys, isCborArray, isCborMap, isUint, type CborValue } from './cbor';
import { coseKeyOf, isKid, readCoseKey, type CoseKey } from './cose-key';
import { makeSign1, readSign1, type Sign1 } from './cose-sign1';
import type { CryptoContext, IssuerKey, PublicKey } from './crypto-context';
import { isMaskedName } from './masked-name';
import { err, ok, type Result } from './result';

/**
 * Credential: COSE_Sign1 by the issuer over CWT claims (RFC 8392):
 *   { 4: exp (seconds), 8: cnf { 1: COSE_Key of the holder } (RFC 8747),
 *     -65537: [ permit type, masked name, permit valid until (days since 1970-01-01), status index ] }
 * One claim for all four, because a private claim's key takes five bytes. `iat` would not fit the aimed size.
 */
export interface Credential {
  readonly sign1: Sign1;
  readonly claims: CredentialClaims;
  /** The holder's key as written; its algorithm may be one that this verifier does not know. */
  readonly holderKey: CoseKey;
}

export interface CredentialClaims {
  /** Which permit: 1 is the Guangdong residence permit. 0–255. */
  readonly permitType: number;
  readonly maskedName: string;
  /** The last day of validity, YYYY-MM-DD. */
  readonly permitValidUntil: string;
  /** The permit's place in the status list. */
  readonly statusIndex: number;
  /** When the credential (not the permit) ends; epoch ms, whole seconds. */
  readonly expiresAt: number;
}

export interface CredentialRequest extends Omit<CredentialClaims, 'expiresAt'> {
  readonly holderKey: PublicKey;
  /** Epoch ms. */
  readonly now: number;
  /** Wished life; at most (and by default) 24 hours. */
  readonly lifetimeMs?: number;
}

export interface IssuedCredential {
  readonly bytes: Uint8Array;
  readonly credentialId: string;
  readonly expiresAt: number;
}

export type IssueError =
  | 'bad-permit-type'
  | 'bad-name'
  | 'bad-date'
  | 'bad-status-index'
  | 'bad-time'
  | 'bad-holder-key'
  | 'bad-issuer-key'
  | 'permit-over';

export const RESIDENCE_PERMIT = 1;
export const CREDENTIAL_LIFETIME_MS = 24 * 3_600_000;

const EXP = 4;
const CNF = 8;
const CNF_COSE_KEY = 1;
const PERMIT = -65537;
const LAST_TYPE = 0xff;
const LAST_SECOND = 0xffff_ffff;
const LAST_INDEX = 0xffff_ffff;

/**
 * Certifies a phone's key. The credential ends after its life or with the permit's last day in Guangdong,
 * whichever comes first ('permit-over' when that day is gone, 'bad-time' for a life above a day or a clock
 * outside 1970–2106). The caller has checked possession of the key.
 */
export function issueCredential(
  request: CredentialRequest,
  issuerKey: IssuerKey,
  ctx: CryptoContext,
): Result<IssuedCredential, IssueError> {
  const {
    permitType,
    maskedName,
    statusIndex,
    holderKey,
    now,
    lifetimeMs = CREDENTIAL_LIFETIME_MS,
  } = request;
  const lastDay = epochDay(request.permitValidUntil);
  if (!isUint(permitType, LAST_TYPE)) return err('bad-permit-type');
  if (!isMaskedName(maskedName)) return err('bad-name');
  if (lastDay === undefined) return err('bad-date');
  if (!isUint(statusIndex, LAST_INDEX)) return err('bad-status-index');
  if (!(lifetimeMs > 0 && lifetimeMs <= CREDENTIAL_LIFETIME_MS)) return err('bad-time');
  if (!(now < endOfDay(lastDay))) return err('permit-over');
  const exp = Math.floor(Math.min(now + lifetimeMs, endOfDay(lastDay)) / 1000);
  if (!isUint(exp, LAST_SECOND)) return err('bad-time');
  const cnf = coseKeyOf(holderKey);
  if (cnf === undefined || !ctx.isSoundPublicKey(holderKey.alg, holderKey.publicKey))
    return err('bad-holder-key');
  const claims = new Map<number, CborValue>([
    [EXP, exp],
    [CNF, new Map([[CNF_COSE_KEY, cnf]])],
    [PERMIT, [permitType, maskedName, lastDay, statusIndex]],
  ]);
  const message = isKid(issuerKey.kid) ? makeSign1(encodeCbor(claims), issuerKey, ctx) : undefined;
  if (message === undefined) return err('bad-issuer-key');
  const bytes = encodeCbor(message);
  return ok({ bytes, credentialId: credentialIdOf(ctx.sha256(bytes)), expiresAt: exp * 1000 });
}

/** Reads a credential's structure without trusting it: signatures are for `examine`. */
export function readCredential(bytes: Uint8Array): Result<Credential, 'malformed'> {
  const decoded = decodeCbor(bytes);
  return decoded.ok ? credentialFrom(decoded.value) : err('malformed');
}

/** The same, from a value that was decoded already. */
export function credentialFrom(value: CborValue): Result<Credential, 'malformed'> {
  const sign1 = readSign1(value);
  if (!sign1.ok || sign1.value.type !== undefined) return err('malformed');
  const payload = decodeCbor(sign1.value.payload);
  const claims = payload.ok ? payload.value : undefined;
  if (!isCborMap(claims) || !hasKeys(claims, [EXP, CNF, PERMIT])) return err('malformed');
  const exp = claims.get(EXP);
  if (!isUint(exp, LAST_SECOND)) return err('malformed');
  const holderKey = readCnf(claims.get(CNF));
  const permit = readPermit(claims.get(PERMIT), exp * 1000);
  if (holderKey === undefined || permit === undefined) return err('malformed');
  return ok({ sign1: sign1.value, claims: permit, holderKey });
}

/** Names a credential: the first half of its SHA-256, in hex. */
export function credentialIdOf(credentialHash: Uint8Array): string {
  return toHex(credentialHash.slice(0, 16));
}

function readCnf(value: CborValue | undefined): CoseKey | undefined {
  return isCborMap(value) && hasKeys(value, [CNF_COSE_KEY])
    ? readCoseKey(value.get(CNF_COSE_KEY))
    : undefined;
}

function readPermit(value: CborValue | undefined, expiresAt: number): CredentialClaims | undefined {
  if (!isCborArray(value) || value.length !== 4) return undefined;
  const [permitType, maskedName, lastDay, statusIndex] = value;
  if (!isUint(permitType, LAST_TYPE) || !isUint(lastDay, LAST_DAY) || !isUint(statusIndex, LAST_INDEX))
    return undefined;
  if (typeof maskedName !== 'string' || !isMaskedName(maskedName)) return undefined;
  return { permitType, maskedName, permitValidUntil: dateOf(lastDay), statusIndex, expiresAt };
}
