import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { examine, explainRefusal, fromScanner, judge, refusalGuide, type CredentialFacts, type Examined, type Explanation, type KnownPermit } from '@yuezheng/live-pass';
import { ok, refuse, type Result, type Verdict } from '@yuezheng/shared-types';
import { requireRole } from '../../platform/auth/guards';
import type { StaffCaller } from '../../platform/auth/caller';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { CHALLENGE_BYTES, challengeView } from '../challenge-view';
import { IssuerKeyring } from '../issuer-keyring';
import { liveCrypto } from '../live-crypto';
import { purposeById, type VerificationPurpose } from '../purposes';
import { deskOf, ScanRecords, type AcceptedScan, type Scan } from './scan-records';
import { ScanSubjects, type ScanSubject } from './scan-subject';
import { VerifiedHolders } from './verified-holder';

/** A status read from the database just now is relied on for this one judgement. */
const STATUS_LIFETIME_MS = 60_000;

/** Verification at a counter with network: every scan is kept, and a code is accepted once. */
@Injectable()
export class Verifier {
  constructor(
    private readonly clock: Clock,
    private readonly keyring: IssuerKeyring,
    private readonly subjects: ScanSubjects,
    private readonly records: ScanRecords,
    private readonly holders: VerifiedHolders,
  ) {}

  /** A refusal of the code is a verdict, never an error. `field-invalid`: no such purpose. */
  async verify(caller: StaffCaller, scanned: string, purposeId: string): Promise<Result<Verdict>> {
    const started = performance.now();
    const clerk = requireRole(caller, 'clerk');
    if (!clerk.ok) return clerk;
    const purpose = purposeById(purposeId);
    if (!purpose) return refuse('field-invalid', { fields: [{ path: 'purpose', code: 'invalid_value', message: '请从给出的用途中选择。' }] });
    const now = this.clock.now();
    const base = { verificationId: newId(), desk: deskOf(caller), purpose: purpose.id, at: new Date(now), offline: false };
    const examined = examine(fromScanner(scanned), { now, issuerKeys: this.keyring.published, ctx: liveCrypto });
    const subject = examined.credential && (await this.subjects.find(examined.credential, this.clock.today()));
    const scan: Scan = { ...base, ...(subject && examined.credential && { holder: holderOf(subject, examined.credential) }) };
    if (examined.kind === 'refused') return ok(await this.refused(scan, explainRefusal(examined.reason, subject && permitOf(subject)), started));
    const against = reasonAgainst(examined, subject);
    if (against || !scan.holder || !subject) return ok(await this.refused(scan, against ?? { reason: 'status-stale' }, started));
    return ok(await this.use({ ...base, holder: scan.holder, presentationId: examined.presentationId, challenge: randomBytes(CHALLENGE_BYTES) }, subject, purpose, started));
  }

  private async use(scan: AcceptedScan, subject: ScanSubject, purpose: VerificationPurpose, started: number): Promise<Verdict> {
    if (!(await this.records.use(scan))) {
      const earlier = await this.records.earlierUse(scan.holder.holderId, scan.presentationId);
      return refusedView(scan, { reason: 'already-used', ...(earlier && { note: `${timeOfDay(earlier.at)} 已在${earlier.place}核验` }) }, started);
    }
    const at = scan.at.toISOString();
    return {
      kind: 'accepted',
      verificationId: scan.verificationId,
      at,
      assurance: 'online',
      statusAsOf: at,
      holder: await this.holders.view(subject.permit, purpose),
      challenge: challengeView(scan.challenge),
      tookMs: tookSince(started),
    };
  }

  private async refused(scan: Scan, explanation: Explanation, started: number): Promise<Verdict> {
    await this.records.refuse({ ...scan, reason: explanation.reason });
    return refusedView(scan, explanation, started);
  }
}

const permitOf = ({ statusNow, permit }: ScanSubject): KnownPermit => ({ status: statusNow, validUntil: permit.validUntil });

/** What speaks against a genuine, fresh code. Whether it was used before is left to the insert, which cannot race. */
function reasonAgainst(examined: Examined, subject: ScanSubject | undefined): Explanation | undefined {
  if (subject && !subject.active) return { reason: 'credential-expired', note: '证照已在另一部手机上启用' };
  const statusFact = { status: subject?.statusNow ?? 'unknown', asOf: examined.now, expiresAt: examined.now + STATUS_LIFETIME_MS } as const;
  const verdict = judge(examined, { statusFact, burnedBefore: subject?.burnedBefore, seenBefore: false, assurance: 'online' });
  return verdict.kind === 'refused' ? explainRefusal(verdict.reason, subject && permitOf(subject)) : undefined;
}

export const holderOf = ({ permit, deviceId }: ScanSubject, { maskedName }: CredentialFacts): NonNullable<Scan['holder']> => ({
  holderId: permit.holderId, permitId: permit.permitId, deviceId, maskedName,
});

function refusedView({ verificationId, at }: Scan, { reason, note }: Explanation, started: number): Verdict {
  const { headline, steps } = refusalGuide(reason);
  return { kind: 'refused', verificationId, at: at.toISOString(), reason, headline, steps: [...steps], ...(note && { note }), tookMs: tookSince(started) };
}

const tookSince = (started: number): number => Math.round((performance.now() - started) * 10) / 10;

/** `HH:mm:ss` in Asia/Shanghai. */
const timeOfDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
