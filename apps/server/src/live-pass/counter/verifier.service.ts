import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { examine, explainRefusal, fromScanner, judge, refusalGuide, REPLACED_PHONE, type CredentialFacts, type Examined, type Explanation, type KnownPermit, type RefusalReason, type Refused } from '@yuezheng/live-pass';
import { ok, refuse, type Result, type RouteInput, type Verdict, type verifyCode } from '@yuezheng/shared-types';
import { transactionIdOf } from '../../cases/process/transaction-id';
import { canonicalJson } from '../../platform/audit/canonical-json';
import { requireRole } from '../../platform/auth/guards';
import type { StaffCaller } from '../../platform/auth/caller';
import { Clock } from '../../platform/clock/clock';
import { CHALLENGE_BYTES, challengeView } from '../challenge-view';
import { IssuerKeyring } from '../issuer-keyring';
import { liveCrypto, seenCredentials } from '../live-crypto';
import { purposeById, type VerificationPurpose } from '../purposes';
import { ShowingAnnouncements } from '../showing-channel/announcements';
import { deskOf, ScanRecords, type KeptScan, type Scan } from './scan-records';
import { ScanSubjects, type ScanSubject } from './scan-subject';
import { VERDICT_LIFE_MS } from './verdict-life';
import { VerifiedHolders } from './verified-holder';

/** A status read from the database just now is relied on for this one judgement. */
const STATUS_LIFETIME_MS = 60_000;

type RefusedVerdict = Extract<Verdict, { kind: 'refused' }>;

/** A scanned code, and what speaks against it before it is known whether it was used. */
interface Seen {
  readonly scan: Scan;
  readonly examined: Examined | Refused;
  readonly subject: ScanSubject | undefined;
  readonly against: Explanation | undefined;
}

/** Verification at a counter with network: every scan is kept, and a code is accepted once. */
@Injectable()
export class Verifier {
  constructor(
    private readonly clock: Clock,
    private readonly keyring: IssuerKeyring,
    private readonly subjects: ScanSubjects,
    private readonly records: ScanRecords,
    private readonly holders: VerifiedHolders,
    private readonly announcements: ShowingAnnouncements,
  ) {}

  /**
   * A refusal of the code is a verdict, never an error. `field-invalid`: no such purpose. A request that was carried out
   * already, its answer lost, gets what was decided then.
   */
  async verify(caller: StaffCaller, { code, purpose: purposeId }: RouteInput<typeof verifyCode>['body'], transactionId: string): Promise<Result<Verdict>> {
    const started = performance.now();
    const clerk = requireRole(caller, 'clerk');
    if (!clerk.ok) return clerk;
    const purpose = purposeById(purposeId);
    if (!purpose) return refuse('field-invalid', { fields: [{ path: 'purpose', code: 'invalid_value', message: '请从给出的用途中选择。' }] });
    // With the content, because a key whose request failed may come again with another one.
    const verificationId = transactionIdOf(transactionId, canonicalJson({ code, purpose: purpose.id }));
    const at = new Date(this.clock.now());
    const seen = await this.look(code, { verificationId, desk: deskOf(caller), purpose: purpose.id, at, offline: false });
    const kept = await this.keep(seen);
    if (seen.subject) this.announcements.announce(seen.subject.permit.holderId);
    return ok(await this.answer(seen, kept, purpose, started));
  }

  private async look(code: string, base: Omit<Scan, 'holder'>): Promise<Seen> {
    const examined = examine(fromScanner(code), { now: base.at.getTime(), issuerKeys: this.keyring.published, ctx: liveCrypto, credentialCache: seenCredentials });
    const subject = examined.credential && (await this.subjects.find(examined.credential, this.clock.today()));
    const scan: Scan = { ...base, ...(subject && examined.credential && { holder: holderOf(subject, examined.credential) }) };
    const against = examined.kind === 'refused' ? explainRefusal(examined.reason, subject && permitOf(subject)) : reasonAgainst(examined, subject);
    return { scan, examined, subject, against };
  }

  private keep({ scan, examined, subject, against }: Seen): Promise<KeptScan> {
    const { holder } = scan;
    if (against || !holder || examined.kind === 'refused') return this.records.refuse(scan, against?.reason ?? 'status-stale');
    return this.records.use({ ...scan, holder, presentationId: examined.presentationId, challenge: randomBytes(CHALLENGE_BYTES), chainHead: subject?.chainHead });
  }

  private async answer(seen: Seen, kept: KeptScan, purpose: VerificationPurpose, started: number): Promise<Verdict> {
    const { scan: { verificationId }, subject, against } = seen;
    const at = kept.at.toISOString();
    // A lost answer is asked for at once. Later, nobody stands at the counter who could have shown the code.
    if (kept.accepted && seen.scan.at.getTime() - kept.at.getTime() > VERDICT_LIFE_MS) return { verificationId, at, ...refusedView(explainRefusal('too-old', undefined)), tookMs: tookSince(started) };
    if (!kept.accepted) {
      const explained = kept.reason === against?.reason ? against : await this.explain(kept.reason, seen);
      return { verificationId, at, ...refusedView(explained), tookMs: tookSince(started) };
    }
    if (!subject) throw new Error('a scan was accepted with nobody behind it');
    const holder = this.holders.view(subject, purpose);
    return { kind: 'accepted', verificationId, at, assurance: 'online', statusAsOf: at, holder, challenge: challengeView(kept.challenge), tookMs: tookSince(started) };
  }

  /** Why a code is refused against which nothing spoke until it was to be kept. */
  private async explain(reason: RefusalReason, { subject, examined: { presentationId } }: Seen): Promise<Explanation> {
    if (reason !== 'already-used' || !subject || presentationId === undefined) return explainRefusal(reason, subject && permitOf(subject));
    const earlier = await this.records.earlierUse(subject.permit.holderId, presentationId);
    return { reason, ...(earlier && { note: `${timeOfDay(earlier.at)} 已在${earlier.place}核验` }) };
  }
}

const permitOf = ({ statusNow, permit }: ScanSubject): KnownPermit => ({ status: statusNow, validUntil: permit.validUntil });

/** What speaks against a genuine, fresh code. Whether it was used before is left to the insert, which cannot race. */
function reasonAgainst(examined: Examined, subject: ScanSubject | undefined): Explanation | undefined {
  if (subject && !subject.active) return { reason: 'credential-expired', guide: REPLACED_PHONE };
  const statusFact = { status: subject?.statusNow ?? 'unknown', asOf: examined.now, expiresAt: examined.now + STATUS_LIFETIME_MS } as const;
  const verdict = judge(examined, { statusFact, burnedBefore: subject?.burnedBefore, seenBefore: false, assurance: 'online' });
  return verdict.kind === 'refused' ? explainRefusal(verdict.reason, subject && permitOf(subject)) : undefined;
}

export const holderOf = ({ permit, deviceId }: ScanSubject, { maskedName }: CredentialFacts): NonNullable<Scan['holder']> => ({
  holderId: permit.holderId, permitId: permit.permitId, deviceId, maskedName,
});

function refusedView({ reason, note, guide = refusalGuide(reason) }: Explanation): Pick<RefusedVerdict, 'kind' | 'reason' | 'headline' | 'steps' | 'note'> {
  return { kind: 'refused', reason, headline: guide.headline, steps: [...guide.steps], ...(note && { note }) };
}

const tookSince = (started: number): number => Math.round((performance.now() - started) * 10) / 10;

/** `HH:mm:ss` in Asia/Shanghai. */
const timeOfDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
