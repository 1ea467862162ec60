import { encodeCbor, isCborArray, isCborBytes, type CborValue } from '../src/cbor';
import { ctx, holderKey, issuerPair, must } from '../testing/fixtures';
import { provePossession } from '../src/possession';
import type { RefusalReason } from '../src/verdict';
import type { KeySetName } from './vector';
import {
  binding,
  codeOf,
  flipped,
  forgeCredential,
  holderCoseKey,
  holderSignature,
  LAST_DAY,
  malleated,
  ordinaryClaims,
  ordinaryHeader,
  otherHolder,
  rotatedPair,
  shown,
  SLOT,
  stranger,
} from './forge';

export interface BadSignature {
  readonly name: string;
  readonly code: string;
  readonly reason: RefusalReason;
  readonly keySet?: KeySetName;
}

const credential = encodeCbor(forgeCredential());
const slot = encodeCbor(SLOT);
const bound = [encodeCbor(binding.nonce), encodeCbor(binding.audience)];

function issuerSignatureOf(value: CborValue): Uint8Array {
  const signature = isCborArray(value) ? value[3] : undefined;
  return isCborBytes(signature) ? signature : new Uint8Array(0);
}

const genuine = issuerSignatureOf(forgeCredential());

function signedBy(name: string, signature: Uint8Array): BadSignature {
  return { name, code: codeOf(credential, slot, encodeCbor(signature)), reason: 'bad-holder-signature' };
}

function issuedWith(name: string, signature: Uint8Array): BadSignature {
  return { name, code: shown(forgeCredential({ signature })), reason: 'bad-issuer-signature' };
}

function withAlg(alg: number): string {
  return shown(forgeCredential({ header: ordinaryHeader().set(1, alg) }));
}

function heldBy(key: Map<number, CborValue>): string {
  return shown(forgeCredential({ claims: ordinaryClaims(key) }));
}

const ISSUERS: readonly BadSignature[] = [
  {
    name: 'a key id that was never published',
    code: shown(forgeCredential({ header: ordinaryHeader().set(4, Uint8Array.of(0, 8)) })),
    reason: 'unknown-issuer',
  },
  { name: 'an empty key set', code: shown(forgeCredential()), reason: 'unknown-issuer', keySet: 'empty' },
  {
    name: 'a key that was retired',
    code: shown(forgeCredential()),
    reason: 'unknown-issuer',
    keySet: 'retired',
  },
  { name: 'the header says ES256', code: withAlg(-7), reason: 'wrong-algorithm' },
  { name: 'the header says HMAC', code: withAlg(5), reason: 'wrong-algorithm' },
  { name: 'the header says nothing known', code: withAlg(-70_000), reason: 'wrong-algorithm' },
  { name: 'the holder has a P-256 key', code: heldBy(p256()), reason: 'wrong-algorithm' },
  {
    name: 'the holder has a key for agreement (X25519)',
    code: heldBy(holderCoseKey(holderKey).set(-1, 4)),
    reason: 'wrong-algorithm',
  },
  {
    name: 'the holder key contradicts itself',
    code: heldBy(holderCoseKey(holderKey).set(3, -7)),
    reason: 'wrong-algorithm',
  },
  issuedWith('one bit of the issuer signature flipped', flipped(genuine, 10)),
  issuedWith('an issuer signature of zeroes', new Uint8Array(64)),
  issuedWith('an issuer signature with S above the order', malleated(genuine)),
  issuedWith('an issuer signature cut short', genuine.slice(0, 63)),
  issuedWith('no issuer signature', new Uint8Array(0)),
  {
    name: 'another name under the same signature',
    code: shown(
      forgeCredential({
        claims: ordinaryClaims().set(-65537, [1, '张**', LAST_DAY, 31_415_926]),
        signature: genuine,
      }),
    ),
    reason: 'bad-issuer-signature',
  },
  {
    name: 'a later expiry under the same signature',
    code: shown(forgeCredential({ claims: ordinaryClaims().set(4, 4_000_000_000), signature: genuine })),
    reason: 'bad-issuer-signature',
  },
  {
    name: 'the key id of another issuer key',
    code: shown(forgeCredential({ header: ordinaryHeader().set(4, Uint8Array.of(1, 2)) })),
    reason: 'bad-issuer-signature',
  },
  {
    name: 'a credential the holder made',
    code: shown(forgeCredential({ signer: holderKey })),
    reason: 'bad-issuer-signature',
  },
  {
    name: 'a credential a stranger made',
    code: shown(forgeCredential({ signer: stranger })),
    reason: 'bad-issuer-signature',
  },
  {
    name: 'another phone put into a genuine credential',
    code: shown(
      forgeCredential({ claims: ordinaryClaims(holderCoseKey(otherHolder)), signature: genuine }),
      otherHolder,
    ),
    reason: 'bad-issuer-signature',
  },
];

const HOLDERS: readonly BadSignature[] = [
  signedBy('one bit of the holder signature flipped', flipped(holderSignature(credential), 40)),
  signedBy('a holder signature of zeroes', new Uint8Array(64)),
  signedBy('a holder signature with S above the order', malleated(holderSignature(credential))),
  signedBy('no holder signature', new Uint8Array(0)),
  signedBy('shown by another phone', holderSignature(credential, otherHolder)),
  signedBy('shown by the issuer', holderSignature(credential, issuerPair)),
  signedBy('the signature of the slot before', holderSignature(credential, holderKey, SLOT - 1)),
  signedBy(
    'a signature for a counter, its question taken off',
    holderSignature(credential, holderKey, SLOT, binding),
  ),
  signedBy(
    'a signature made for another credential of the same phone',
    holderSignature(encodeCbor(forgeCredential({ claims: ordinaryClaims().set(4, 1_800_000_000) }))),
  ),
  signedBy('a proof of possession', must(provePossession(holderKey, ctx.sha256(credential), ctx))),
  {
    name: 'a question put to a signature without one',
    code: codeOf(credential, slot, encodeCbor(holderSignature(credential)), ...bound),
    reason: 'bad-holder-signature',
  },
  {
    name: 'the same credential signed anew by a rotated issuer key, the old showing kept',
    code: codeOf(
      encodeCbor(
        forgeCredential({ header: ordinaryHeader().set(4, Uint8Array.of(1, 2)), signer: rotatedPair }),
      ),
      slot,
      encodeCbor(holderSignature(credential)),
    ),
    reason: 'bad-holder-signature',
  },
];

export const BAD_SIGNATURES: readonly BadSignature[] = [...ISSUERS, ...HOLDERS];

function p256(): Map<number, CborValue> {
  return new Map<number, CborValue>([
    [1, 2],
    [-1, 1],
    [-2, new Uint8Array(32).fill(1)],
  ]);
}
