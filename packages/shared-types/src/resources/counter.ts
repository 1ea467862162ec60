import { z, EpochMs, Id, Instant, LocalDate, Text } from '../schema';
import { defineRoute } from '../route';
import { Challenge } from './live-pass';

/** The closed list of why a code is refused; the clerk's sentences stand in `@yuezheng/live-pass`. */
export const RefusalReason = z.enum([
  'malformed', 'unknown-issuer', 'wrong-algorithm', 'bad-issuer-signature', 'bad-holder-signature', 'credential-expired', 'too-old', 'from-the-future',
  'already-used', 'burned', 'suspended', 'cancelled', 'status-stale', 'wrong-counter',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** Purposes a counter may verify for; each opens only the fields it needs. */
export const Purpose = z.object({ id: z.string(), title: z.string(), sees: z.array(z.string()) });
export type Purpose = z.infer<typeof Purpose>;

export const listPurposes = defineRoute({
  method: 'GET', path: '/staff/purposes', summary: '核验用途与可见内容', auth: 'staff',
  response: z.object({ purposes: z.array(Purpose) }), errors: ['forbidden'],
});

/** The holder as this counter may see it under the purpose chosen. */
export const VerifiedHolder = z.object({
  name: z.string(), sex: z.optional(z.string()), ethnicity: z.optional(z.string()), birthDate: z.optional(LocalDate), idNumber: z.optional(z.string()),
  householdPlace: z.optional(z.string()), address: z.optional(z.string()), validUntil: LocalDate,
  /** Whether this purpose shows the photo; `getVerifiedPortrait` has it, so that the verdict need not wait. */
  showsPortrait: z.boolean(),
});
export type VerifiedHolder = z.infer<typeof VerifiedHolder>;

export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), verificationId: Id, at: Instant, assurance: z.enum(['online', 'offline']), statusAsOf: Instant, holder: VerifiedHolder, challenge: Challenge, tookMs: z.number() }),
  z.object({ kind: z.literal('refused'), verificationId: Id, at: Instant, reason: RefusalReason, headline: z.string(), steps: z.array(z.string()), note: z.optional(z.string()), tookMs: z.number() }),
]);
export type Verdict = z.infer<typeof Verdict>;

/** Whatever a scanner read: up to 4,096 characters, so that a foreign code gets its refusal and not an error. */
const ScannedText = Text(4096);

export const verifyCode = defineRoute({
  method: 'POST', path: '/staff/verifications', summary: '窗口核验', auth: 'staff',
  body: z.object({ code: ScannedText, purpose: Text(40) }), response: Verdict, errors: ['forbidden', 'field-invalid'],
});

/** The photo of the holder whom this official has just verified, for two minutes. */
export const getVerifiedPortrait = defineRoute({
  method: 'GET', path: '/staff/verifications/:verificationId/portrait', summary: '核验通过后的持证人照片', auth: 'staff',
  params: z.object({ verificationId: Id }), response: 'binary', errors: ['forbidden', 'not-found'],
});

/**
 * Uses that were judged without a network, sent when it is back; double uses across sites are answered. An id names one
 * use: in `otherCode` stand those under which another use was sent before, which are not taken.
 */
export const syncVerifications = defineRoute({
  method: 'POST', path: '/staff/verifications/offline', summary: '同步离线核验', auth: 'staff',
  body: z.object({ uses: z.array(z.object({ id: Id, at: EpochMs, code: ScannedText, purpose: Text(40), accepted: z.boolean(), reason: z.optional(RefusalReason) })).check(z.maxLength(200)) }),
  response: z.object({ stored: z.array(Id), doubleUses: z.array(z.object({ id: Id, where: z.string(), at: Instant })), otherCode: z.array(Id) }), errors: ['forbidden'],
});

export const RecentVerification = z.object({
  id: Id, at: Instant, name: z.string(), accepted: z.boolean(), result: z.string(), offline: z.boolean(),
  /** The same code was accepted at another counter too, before or after. */
  usedTwice: z.optional(z.literal(true)),
});

export const listRecentVerifications = defineRoute({
  method: 'GET', path: '/staff/verifications', summary: '本窗口最近的核验', auth: 'staff',
  response: z.object({ verifications: z.array(RecentVerification) }), errors: ['forbidden'],
});
