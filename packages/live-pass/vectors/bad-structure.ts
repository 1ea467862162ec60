import { fromBase45 } from '../src/base45';
import { concatBytes } from '../src/bytes';
import { encodeCbor, type CborValue } from '../src/cbor';
import { codeAt, NOW } from '../testing/fixtures';
import {
  binding,
  codeOf,
  forgeCredential,
  holderSignature,
  ordinaryClaims,
  ordinaryHeader,
  LAST_DAY,
  permit,
  shown,
  SLOT,
} from './forge';

/** Codes that must be refused as malformed: name → code. */
const good = codeAt(NOW);
const goodBytes = fromBase45(good.slice(4)) ?? new Uint8Array(0);
const credential = encodeCbor(forgeCredential());
const signature = encodeCbor(holderSignature(credential));
const slot = encodeCbor(SLOT);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

function withHeader(key: number, value: CborValue): string {
  return shown(forgeCredential({ header: ordinaryHeader().set(key, value) }));
}

function withClaim(key: number, value: CborValue): string {
  return shown(forgeCredential({ claims: ordinaryClaims().set(key, value) }));
}

function without(map: Map<number, CborValue>, key: number): Map<number, CborValue> {
  map.delete(key);
  return map;
}

/** exp and cnf in the wrong order, and twice: the deterministic encoding allows neither. */
function claimsInOrder(...keys: readonly number[]): Uint8Array {
  const claims = ordinaryClaims();
  const entries = keys.map((key) => concatBytes(encodeCbor(key), encodeCbor(claims.get(key) ?? null)));
  return concatBytes(bytes(0xa0 + keys.length), ...entries);
}

/** The first byte of 林 replaced by one that no text holds. */
function brokenName(): Uint8Array {
  const claims = encodeCbor(ordinaryClaims());
  const at = Buffer.from(claims).indexOf('林');
  return claims.map((byte, i) => (i === at ? 0xff : byte));
}

const NOT_OURS: Readonly<Record<string, string>> = {
  'an empty text': '',
  'the QR of a web page': 'https://example.org/health-code?id=1',
  'a European health certificate': `HC1:${good.slice(4)}`,
  'a later version of the format': `YP2:${good.slice(4)}`,
  'the prefix alone': 'YP1:',
  'a code in small letters': `YP1:${good.slice(4).toLowerCase()}`,
  'a line end behind the code': `${good}\n`,
  'a space in front of the code': ` ${good}`,
  'a character outside base45': `${good.slice(0, 50)}_${good.slice(51)}`,
  'a base45 group above 65535': `${good.slice(0, 4)}:::${good.slice(7)}`,
  'a base45 length that cannot be': good.slice(0, -2),
  'the last three characters missing': good.slice(0, -3),
  'the second half missing': good.slice(0, 168),
  'one character above the limit': good + '0'.repeat(396 - good.length),
  'a thousand characters': good + '0'.repeat(1_000 - good.length),
};

const ITEMS: Readonly<Record<string, string>> = {
  'a byte behind the last item': codeOf(goodBytes, bytes(0)),
  'four items': codeOf(credential, slot, signature, encodeCbor(binding.nonce)),
  'six items': codeOf(
    credential,
    slot,
    signature,
    encodeCbor(binding.nonce),
    encodeCbor(binding.audience),
    bytes(0),
  ),
  'items in an array': codeOf(bytes(0x83), credential, slot, signature),
  'the credential wrapped in a byte string': codeOf(encodeCbor(credential), slot, signature),
  'the credential tagged as COSE_Sign1': codeOf(bytes(0xd2), credential, slot, signature),
  'an array of indefinite length': codeOf(bytes(0x9f), credential.slice(1), bytes(0xff), slot, signature),
  'a slot in more bytes than it needs': codeOf(credential, bytes(0x1b, 0, 0, 0, 0), slot.slice(1), signature),
  'a negative slot': codeOf(credential, encodeCbor(-1), signature),
  'a slot above 32 bits': codeOf(credential, encodeCbor(2 ** 32), signature),
  'a slot with a fraction': codeOf(credential, bytes(0xf9, 0x3e, 0x00), signature),
  'a slot as text': codeOf(credential, encodeCbor(String(SLOT)), signature),
  'no signature but null': codeOf(credential, slot, encodeCbor(null)),
  'a nonce of seven bytes': codeOf(
    credential,
    slot,
    signature,
    encodeCbor(bytes(1, 2, 3, 4, 5, 6, 7)),
    encodeCbor(binding.audience),
  ),
  'an audience of seventeen bytes': codeOf(
    credential,
    slot,
    signature,
    encodeCbor(binding.nonce),
    encodeCbor(new Uint8Array(17)),
  ),
  'arrays in arrays in arrays': codeOf(new Uint8Array(250).fill(0x81)),
  'an array that claims four thousand million entries': codeOf(
    bytes(0x9a, 0xff, 0xff, 0xff, 0xff),
    credential,
  ),
};

const CREDENTIALS: Readonly<Record<string, string>> = {
  'an unprotected header': shown(forgeCredential({ unprotectedMap: new Map([[4, bytes(0, 7)]]) })),
  'a protected header more': withHeader(5, bytes(1)),
  'the type of a status list': withHeader(16, 'application/statuslist+cwt'),
  'no key id': shown(forgeCredential({ header: without(ordinaryHeader(), 4) })),
  'no algorithm': shown(forgeCredential({ header: without(ordinaryHeader(), 1) })),
  'a key id of three bytes': withHeader(4, bytes(0, 0, 7)),
  'an algorithm by name': withHeader(1, 'EdDSA'),
  'no expiry': shown(forgeCredential({ claims: without(ordinaryClaims(), 4) })),
  'an expiry as text': withClaim(4, '2026-11-22'),
  'a claim more': withClaim(6, 1),
  'no confirmation key': shown(forgeCredential({ claims: without(ordinaryClaims(), 8) })),
  'a confirmation by key id alone': withClaim(8, new Map([[3, bytes(0, 7)]])),
  'a permit of five entries': withClaim(-65537, [...permit, 0]),
  'a name of thirteen bytes': withClaim(-65537, [1, '欧阳某某*', ...permit.slice(2)]),
  'a name of no characters': withClaim(-65537, [1, '', ...permit.slice(2)]),
  'a name with a control character': withClaim(-65537, [1, '林\u0007*', ...permit.slice(2)]),
  'a name with a change of direction': withClaim(-65537, [1, '林\u202e*', ...permit.slice(2)]),
  'a day after 2149': withClaim(-65537, [1, '林**', 65_536, 5]),
  'a negative status index': withClaim(-65537, [1, '林**', LAST_DAY, -1]),
  'claims out of order': shown(forgeCredential({ payloadBytes: claimsInOrder(8, 4, -65537) })),
  'a claim twice': shown(forgeCredential({ payloadBytes: claimsInOrder(4, 4, 8, -65537) })),
  'claims that are no map': shown(forgeCredential({ claims: 'claims' })),
  'a name that is not UTF-8': shown(forgeCredential({ payloadBytes: brokenName() })),
  'an algorithm written as a float': shown(
    forgeCredential({ headerBytes: bytes(0xa2, 0x01, 0xf9, 0xc8, 0x00, 0x04, 0x42, 0, 7) }),
  ),
  'headers out of order': shown(forgeCredential({ headerBytes: bytes(0xa2, 0x04, 0x42, 0, 7, 0x01, 0x27) })),
  'a header twice': shown(
    forgeCredential({ headerBytes: bytes(0xa3, 0x01, 0x27, 0x01, 0x27, 0x04, 0x42, 0, 7) }),
  ),
};

export const MALFORMED: Readonly<Record<string, string>> = { ...NOT_OURS, ...ITEMS, ...CREDENTIALS };
