import type { CryptoContext, IssuerKey } from './crypto-context';
import { decodeCbor, encodeCbor, hasKeys, isCborArray, isCborBytes, isCborMap, isInt } from './cbor';
import type { CborKey, CborValue } from './cbor';
import { kidBytes, readKid } from './cose-key';
import { err, ok, type Result } from './result';

/**
 * COSE_Sign1 (RFC 9052 §4.2), untagged, with nothing unprotected:
 *   [ protected: bstr .cbor { 1: alg, 4: kid (2 bytes), ? 16: type }, {}, payload: bstr, signature: bstr ]
 * An unprotected header could be changed by anyone on the way, so none is accepted.
 */
export interface Sign1 {
  readonly alg: number;
  readonly kid: number;
  /** Header `typ` (RFC 9596): keeps one kind of signed message from being taken for another. */
  readonly type?: string;
  readonly protectedBytes: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

const ALG = 1;
const KID = 4;
const TYPE = 16;
const CONTEXT = 'Signature1';
const NO_EXTERNAL_DATA = new Uint8Array(0);

/** Signs `payload`; undefined when the context does not know the key's algorithm. */
export function makeSign1(
  payload: Uint8Array,
  key: IssuerKey,
  ctx: CryptoContext,
  type?: string,
): CborValue | undefined {
  if (!ctx.supports(key.alg)) return undefined;
  const header: [CborKey, CborValue][] = [
    [ALG, key.alg],
    [KID, kidBytes(key.kid)],
  ];
  if (type !== undefined) header.push([TYPE, type]);
  const protectedBytes = encodeCbor(new Map(header));
  const signature = ctx.sign(key.alg, key.secretKey, toBeSigned(protectedBytes, payload));
  return [protectedBytes, new Map(), payload, signature];
}

/** Reads the structure only: whether the signature is good is for `isSignedBy`. */
export function readSign1(value: CborValue | undefined): Result<Sign1, 'malformed'> {
  if (!isCborArray(value) || value.length !== 4) return err('malformed');
  const [protectedBytes, unprotectedMap, payload, signature] = value;
  if (!isCborBytes(protectedBytes) || !isCborBytes(payload) || !isCborBytes(signature))
    return err('malformed');
  if (!isCborMap(unprotectedMap) || unprotectedMap.size > 0) return err('malformed');
  const header = readHeader(protectedBytes);
  if (header === undefined) return err('malformed');
  const { alg, kid, type } = header;
  return ok({ alg, kid, type, protectedBytes, payload, signature });
}

/** Whether the signature (RFC 9052 §4.4) is that of `publicKey`; false, never an error, for malformed keys. */
export function isSignedBy(message: Sign1, publicKey: Uint8Array, ctx: CryptoContext): boolean {
  const signed = toBeSigned(message.protectedBytes, message.payload);
  return ctx.verify(message.alg, publicKey, signed, message.signature);
}

function readHeader(bytes: Uint8Array): Pick<Sign1, 'alg' | 'kid' | 'type'> | undefined {
  const decoded = decodeCbor(bytes);
  const header = decoded.ok ? decoded.value : undefined;
  if (!isCborMap(header) || !hasKeys(header, [ALG, KID], [TYPE])) return undefined;
  const [alg, kid, type] = [header.get(ALG), readKid(header.get(KID)), header.get(TYPE)];
  if (!isInt(alg) || kid === undefined) return undefined;
  if (type !== undefined && typeof type !== 'string') return undefined;
  return { alg, kid, type };
}

/** Sig_structure, RFC 9052 §4.4. */
function toBeSigned(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor([CONTEXT, protectedBytes, NO_EXTERNAL_DATA, payload]);
}
