import { decodeCbor, encodeCbor, hasKeys, isCborBytes, isCborMap, isUint, type CborValue } from './cbor';
import { isKid } from './cose-key';
import { isSignedBy, makeSign1, readSign1 } from './cose-sign1';
import type { CryptoContext, IssuerKey } from './crypto-context';
import type { StatusFact } from './judge';
import type { IssuerKeys } from './key-set';
import { err, ok, type Result } from './result';
import { statusAt } from './status-bits';

/**
 * Status list: a Token Status List in CWT form (draft-ietf-oauth-status-list §5.2), signed by the issuer:
 *   typ "application/statuslist+cwt",
 *   { 2: sub, 4: exp, 6: iat, 65533: { "bits": 2, "lst": bstr, DEFLATE in the zlib format } }
 */
export interface StatusList {
  /** The list's own address or name. */
  readonly subject: string;
  /** Epoch ms: the moment for which every entry is known. */
  readonly issuedAt: number;
  /** Epoch ms: from here on the list must not be relied on. */
  readonly expiresAt: number;
  /** Two bits an entry; read with `statusAt`. */
  readonly packed: Uint8Array;
}

/** zlib from outside (Node's own, fflate …). Gives undefined for damage, or for more than `mostBytes`. */
export type Inflate = (compressed: Uint8Array, mostBytes: number) => Uint8Array | undefined;
export type Deflate = (bytes: Uint8Array) => Uint8Array;

export interface StatusListReader {
  readonly issuerKeys: IssuerKeys;
  readonly ctx: CryptoContext;
  readonly inflate: Inflate;
  /** Bound on the unpacked list; 16 MiB hold 67 million permits. */
  readonly mostBytes?: number;
}

export type StatusListError = 'malformed' | 'unknown-issuer' | 'wrong-algorithm' | 'bad-issuer-signature';

const TYPE = 'application/statuslist+cwt';
const SUB = 2;
const EXP = 4;
const IAT = 6;
const STATUS_LIST = 65533;
const BITS = 2;
const LAST_SECOND = 0xffff_ffff;
const MOST_BYTES = 16 * 1024 * 1024;

/** Signs a list; times are cut to whole seconds. 'bad-issuer-key': no such kid or algorithm. */
export function signStatusList(
  list: StatusList,
  issuerKey: IssuerKey,
  ctx: CryptoContext,
  deflate: Deflate,
): Result<Uint8Array, 'bad-issuer-key' | 'bad-times'> {
  const [iat, exp] = [Math.floor(list.issuedAt / 1000), Math.floor(list.expiresAt / 1000)];
  if (!isUint(iat, LAST_SECOND) || !isUint(exp, LAST_SECOND) || !(iat < exp)) return err('bad-times');
  const body = new Map<string, CborValue>([
    ['bits', BITS],
    ['lst', deflate(list.packed)],
  ]);
  const claims = new Map<number, CborValue>([
    [SUB, list.subject],
    [EXP, exp],
    [IAT, iat],
    [STATUS_LIST, body],
  ]);
  const message = isKid(issuerKey.kid) ? makeSign1(encodeCbor(claims), issuerKey, ctx, TYPE) : undefined;
  return message === undefined ? err('bad-issuer-key') : ok(encodeCbor(message));
}

/**
 * Opens a list and checks its signature. It says nothing about its age: `statusFromList` carries the expiry
 * into the verdict, where a stale list refuses.
 */
export function openStatusList(
  bytes: Uint8Array,
  reader: StatusListReader,
): Result<StatusList, StatusListError> {
  const decoded = decodeCbor(bytes);
  const message = decoded.ok ? readSign1(decoded.value) : err('malformed');
  if (!message.ok || message.value.type !== TYPE) return err('malformed');
  const issuer = reader.issuerKeys.get(message.value.kid);
  if (issuer === undefined) return err('unknown-issuer');
  if (message.value.alg !== issuer.alg || !reader.ctx.supports(issuer.alg)) return err('wrong-algorithm');
  if (!isSignedBy(message.value, issuer.publicKey, reader.ctx)) return err('bad-issuer-signature');
  const payload = decodeCbor(message.value.payload);
  const list = payload.ok ? readClaims(payload.value, reader) : undefined;
  return list === undefined ? err('malformed') : ok(list);
}

/** What a list knows about a permit, in the form `judge` takes. */
export function statusFromList(list: StatusList, statusIndex: number): StatusFact {
  return { status: statusAt(list.packed, statusIndex), asOf: list.issuedAt, expiresAt: list.expiresAt };
}

function readClaims(
  claims: CborValue,
  { inflate, mostBytes = MOST_BYTES }: StatusListReader,
): StatusList | undefined {
  if (!isCborMap(claims) || !hasKeys(claims, [SUB, EXP, IAT, STATUS_LIST])) return undefined;
  const [subject, exp, iat, body] = [
    claims.get(SUB),
    claims.get(EXP),
    claims.get(IAT),
    claims.get(STATUS_LIST),
  ];
  if (typeof subject !== 'string' || !isUint(exp, LAST_SECOND) || !isUint(iat, LAST_SECOND)) return undefined;
  if (!isCborMap(body) || !hasKeys(body, ['bits', 'lst']) || body.get('bits') !== BITS) return undefined;
  const compressed = body.get('lst');
  const packed = isCborBytes(compressed) ? inflate(compressed, mostBytes) : undefined;
  if (packed === undefined || packed.length > mostBytes) return undefined;
  return { subject, issuedAt: iat * 1000, expiresAt: exp * 1000, packed };
}
