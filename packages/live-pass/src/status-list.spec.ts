import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import {
  codeAt,
  ctx,
  holderKey,
  issue,
  issuerKey,
  issuerKeys,
  keyPair,
  must,
  NOW,
  verifier,
} from '../testing/fixtures';
import { nodeInflate } from './node';
import { packStatuses, statusAt, type ListedStatus } from './status-bits';
import { openStatusList, signStatusList, statusFromList, type Deflate, type StatusList } from './status-list';
import { verifyPresentation } from './verify-presentation';

const zlib: Deflate = (bytes) => new Uint8Array(deflateSync(bytes));
const reader = { issuerKeys, ctx, inflate: nodeInflate };
const size = 1_000;
const list: StatusList = {
  subject: 'urn:yuezheng:status:1',
  issuedAt: Math.floor(NOW / 1000) * 1000,
  expiresAt: Math.floor(NOW / 1000) * 1000 + 86_400_000,
  packed: packStatuses(size, [
    [5, 'cancelled'],
    [6, 'suspended'],
  ]),
};
const signed = must(signStatusList(list, issuerKey, ctx, zlib));

test('two bits an entry, the first in the lowest bits, as the draft draws them', () => {
  expect(
    packStatuses(6, [
      [0, 'cancelled'],
      [1, 'suspended'],
      [3, 'cancelled'],
      [5, 'suspended'],
    ]),
  ).toEqual(Uint8Array.of(0b01_00_10_01, 0b00_00_10_00));
});

test('every entry reads as it was packed; outside the list nothing is known', () => {
  const entry = fc.tuple(fc.nat(size - 1), fc.constantFrom<ListedStatus>('valid', 'cancelled', 'suspended'));
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([index]) => index }), (entries) => {
      const packed = packStatuses(size, entries);
      const told = new Map<number, string>(entries);
      for (let index = 0; index < size; index += 1)
        expect(statusAt(packed, index)).toBe(told.get(index) ?? 'valid');
    }),
    { numRuns: 30 },
  );
  expect([size, 2 ** 31, -1].map((index) => statusAt(list.packed, index))).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(statusAt(Uint8Array.of(0b11), 0)).toBe('unknown');
});

test('a signed list is opened with what it says', () => {
  expect(must(openStatusList(signed, reader))).toEqual(list);
  expect(must(openStatusList(Buffer.from(signed), reader))).toEqual(list);
});

test.each([
  ['malformed', signed.slice(1), reader],
  ['malformed', new Uint8Array(0), reader],
  ['malformed', issue().bytes, reader],
  ['malformed', signed, { ...reader, mostBytes: 100 }],
  ['malformed', signed, { ...reader, inflate: () => undefined }],
  ['unknown-issuer', signed, { ...reader, issuerKeys: new Map() }],
  ['wrong-algorithm', signed, { ...reader, issuerKeys: new Map([[7, { ...keyPair(1), alg: -7 }]]) }],
  ['bad-issuer-signature', signed, { ...reader, issuerKeys: new Map([[7, keyPair(9)]]) }],
])('%s is told, not thrown', (error, bytes, using) => {
  expect(openStatusList(bytes, using)).toEqual({ ok: false, error });
});

test('no damaged list is opened, and none throws', () => {
  fc.assert(
    fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const damaged = signed.map((byte, i) => (i === at ? byte ^ mask : byte));
      expect(openStatusList(damaged, reader).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a list cannot be signed to end before it begins, nor under a key id that cannot be', () => {
  expect(signStatusList({ ...list, expiresAt: list.issuedAt }, issuerKey, ctx, zlib)).toEqual({
    ok: false,
    error: 'bad-times',
  });
  expect(signStatusList(list, { ...issuerKey, kid: -1 }, ctx, zlib)).toEqual({
    ok: false,
    error: 'bad-issuer-key',
  });
});

test.each([
  [4, 0, 'accepted'],
  [5, 0, 'cancelled'],
  [6, 0, 'suspended'],
  [size, 0, 'status-stale'],
  [4, 86_400_000, 'status-stale'],
])('a counter without network judges entry %d, %d ms later: %s', (statusIndex, later, told) => {
  const now = NOW + later;
  const code = codeAt(now, { credential: issue({ statusIndex, now }).bytes, holderKey });
  const opened = must(openStatusList(signed, reader));
  const statusOf = (credential: { statusIndex: number }) => statusFromList(opened, credential.statusIndex);
  const verdict = verifyPresentation(code, verifier({ now, assurance: 'offline', statusOf }));
  expect(verdict.kind === 'refused' ? verdict.reason : verdict.kind).toBe(told);
  expect(verdict.kind !== 'accepted' || verdict.statusAsOf === list.issuedAt).toBe(true);
});
