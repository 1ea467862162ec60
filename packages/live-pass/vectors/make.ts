import { toHex } from '../src/bytes';
import { encodeKeySet, type IssuerKeys } from '../src/key-set';
import { packStatuses } from '../src/status-bits';
import { signStatusList } from '../src/status-list';
import { provePossession } from '../src/possession';
import {
  codeAt,
  ctx,
  holderKey,
  issue,
  issuerKey,
  issuerPair,
  must,
  NOW,
  request,
  validStatus,
} from '../testing/fixtures';
import { BAD_CIRCUMSTANCES } from './bad-circumstances';
import { BAD_SIGNATURES } from './bad-signatures';
import { MALFORMED } from './bad-structure';
import { rotatedPair } from './forge';
import { GOOD } from './good';
import type { KeySetName, Vector } from './vector';

export const KEY_SETS: Readonly<Record<KeySetName, IssuerKeys>> = {
  published: new Map([
    [7, issuerPair],
    [0x0102, rotatedPair],
  ]),
  empty: new Map(),
  retired: new Map([[0x0102, rotatedPair]]),
};

const ordinary: Omit<Vector, 'name' | 'expect'> = {
  code: codeAt(NOW),
  now: NOW,
  keySet: 'published',
  assurance: 'online',
  status: validStatus,
  seen: false,
};

/** Every code that must be refused, with the reason. */
export function refused(): Vector[] {
  const malformed = Object.entries(MALFORMED).map(([name, code]) => ({
    name,
    code,
    reason: 'malformed' as const,
  }));
  return [...malformed, ...BAD_SIGNATURES, ...BAD_CIRCUMSTANCES].map(({ reason, ...bad }) => ({
    ...ordinary,
    ...bad,
    expect: { kind: 'refused', reason },
  }));
}

/** Keys, and one credential taken apart, for whoever reads the format with other tools. */
function keys(): object {
  const challenge = new Uint8Array(32).fill(9);
  return {
    issuer: { kid: issuerKey.kid, seed: toHex(issuerPair.secretKey), publicKey: toHex(issuerPair.publicKey) },
    holder: { seed: toHex(holderKey.secretKey), publicKey: toHex(holderKey.publicKey) },
    keySets: Object.fromEntries(
      Object.entries(KEY_SETS).map(([name, set]) => [name, toHex(must(encodeKeySet(set)))]),
    ),
    credential: {
      bytes: toHex(issue().bytes),
      id: issue().credentialId,
      expiresAt: issue().expiresAt,
      permitType: request.permitType,
      maskedName: request.maskedName,
      permitValidUntil: request.permitValidUntil,
      statusIndex: request.statusIndex,
    },
    possession: {
      challenge: toHex(challenge),
      signature: toHex(must(provePossession(holderKey, challenge, ctx))),
    },
  };
}

/** A list of 16 entries, kept in a stored zlib block so that no compressor's taste is in the bytes. */
function statusList(): object {
  const list = {
    subject: 'urn:yuezheng:status:1',
    issuedAt: NOW - 27_000,
    expiresAt: NOW - 27_000 + 86_400_000,
    packed: packStatuses(16, [
      [1, 'cancelled'],
      [2, 'suspended'],
      [15, 'suspended'],
    ]),
  };
  const statuses = Array.from({ length: 17 }, (_, i) =>
    i === 1 ? 'cancelled' : [2, 15].includes(i) ? 'suspended' : i === 16 ? 'unknown' : 'valid',
  );
  const bytes = must(signStatusList(list, issuerKey, ctx, stored));
  return {
    bytes: toHex(bytes),
    issuedAt: list.issuedAt,
    expiresAt: list.expiresAt,
    packed: toHex(list.packed),
    statuses,
  };
}

/** RFC 1950 and 1951: one stored block. */
function stored(bytes: Uint8Array): Uint8Array {
  let [a, b] = [1, 0];
  for (const byte of bytes) [a, b] = [(a + byte) % 65_521, (b + a + byte) % 65_521];
  const length = [bytes.length & 0xff, bytes.length >> 8];
  const checksum = [b >> 8, b & 0xff, a >> 8, a & 0xff];
  return Uint8Array.of(
    0x78,
    0x01,
    0x01,
    ...length,
    ...length.map((half) => half ^ 0xff),
    ...bytes,
    ...checksum,
  );
}

/** Every published file with its content; equal on every machine and at every time. */
export function makeVectors(): Readonly<Record<string, unknown>> {
  return {
    'keys.json': keys(),
    'status-list.json': statusList(),
    'accepted.json': GOOD,
    'refused.json': refused(),
  };
}

export function asText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
