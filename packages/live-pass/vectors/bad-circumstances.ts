import { toHex } from '../src/bytes';
import { slotAt, slotStart } from '../src/slot';
import type { RefusalReason } from '../src/verdict';
import { codeAt, issue, NOW, validStatus } from '../testing/fixtures';
import { binding, forgeCredential, shown } from './forge';
import type { Vector } from './vector';

/** Genuine codes that must be refused for where, when or of whom they are shown. */
export interface BadCircumstance extends Partial<Vector> {
  readonly name: string;
  readonly reason: RefusalReason;
}

const start = slotStart(slotAt(NOW));
const HOUR = 3_600_000;
const expected = { nonce: toHex(binding.nonce), audience: toHex(binding.audience) };
const bound = codeAt(NOW, { binding });
const short = codeAt(NOW, { credential: issue({ lifetimeMs: 65_000 }).bytes });
const cancelled = { ...validStatus, status: 'cancelled' } as const;
const suspended = { ...validStatus, status: 'suspended' } as const;
const stale = { ...validStatus, expiresAt: NOW } as const;
const forged = shown(forgeCredential({ signature: new Uint8Array(64) }));

const ALONE: readonly BadCircumstance[] = [
  { name: 'the moment the credential ends', reason: 'credential-expired', code: short, now: NOW + 5_000 },
  { name: 'a code of the day before yesterday', reason: 'credential-expired', now: NOW + 48 * HOUR },
  { name: 'a millisecond beyond the window', reason: 'too-old', now: start + 15_001 },
  { name: 'a screenshot of an hour ago', reason: 'too-old', now: NOW + HOUR },
  { name: 'a millisecond beyond the tolerance', reason: 'from-the-future', now: start - 6_001 },
  { name: 'made an hour in advance', reason: 'from-the-future', now: NOW - HOUR },
  { name: 'the answer to a question nobody here asked', reason: 'wrong-counter', code: bound },
  {
    name: 'the answer to the question of another counter',
    reason: 'wrong-counter',
    code: bound,
    expectedBinding: { ...expected, audience: 'b0'.repeat(16) },
  },
  {
    name: 'the answer to an earlier question',
    reason: 'wrong-counter',
    code: bound,
    expectedBinding: { ...expected, nonce: '0c'.repeat(12) },
  },
  {
    name: 'a question was asked, an ordinary code shown',
    reason: 'wrong-counter',
    expectedBinding: expected,
  },
  { name: 'a status that is no longer to be relied on', reason: 'status-stale', status: stale },
  {
    name: 'a status that nobody knows',
    reason: 'status-stale',
    status: { ...validStatus, status: 'unknown' },
  },
  { name: 'a cancelled permit', reason: 'cancelled', status: cancelled },
  { name: 'a suspended permit', reason: 'suspended', status: suspended },
  { name: 'a screenshot was noticed in this slot', reason: 'burned', burnedBefore: start + 1 },
  { name: 'a screenshot was noticed later', reason: 'burned', burnedBefore: start + 60_000 },
  { name: 'the second scan', reason: 'already-used', seen: true },
  { name: 'the second scan, offline', reason: 'already-used', seen: true, assurance: 'offline' },
];

/** Two things wrong at once: which is told is part of the format. */
const TOGETHER: readonly BadCircumstance[] = [
  { name: 'forged and old', reason: 'bad-issuer-signature', code: forged, now: NOW + HOUR },
  { name: 'forged and of an unknown issuer', reason: 'unknown-issuer', code: forged, keySet: 'empty' },
  { name: 'ended and old', reason: 'credential-expired', code: short, now: NOW + HOUR },
  { name: 'old and cancelled', reason: 'too-old', now: NOW + HOUR, status: cancelled },
  { name: 'old and for another counter', reason: 'too-old', code: bound, now: NOW + HOUR },
  { name: 'for another counter and used', reason: 'wrong-counter', code: bound, seen: true },
  {
    name: 'cancelled by a status that is stale',
    reason: 'status-stale',
    status: { ...stale, status: 'cancelled' },
  },
  { name: 'cancelled and used', reason: 'cancelled', status: cancelled, seen: true },
  { name: 'suspended and burned', reason: 'suspended', status: suspended, burnedBefore: NOW },
  { name: 'burned and used', reason: 'burned', burnedBefore: NOW, seen: true },
];

export const BAD_CIRCUMSTANCES: readonly BadCircumstance[] = [...ALONE, ...TOGETHER];
