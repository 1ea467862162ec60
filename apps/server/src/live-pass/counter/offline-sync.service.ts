import { Injectable } from '@nestjs/common';
import { examine, fromScanner, type Examined, type RefusalReason } from '@yuezheng/live-pass';
import { ok, type Result, type RouteOutput, type syncVerifications } from '@yuezheng/shared-types';
import { requireRole } from '../../platform/auth/guards';
import type { StaffCaller } from '../../platform/auth/caller';
import { Clock } from '../../platform/clock/clock';
import { IssuerKeyring } from '../issuer-keyring';
import { liveCrypto } from '../live-crypto';
import { purposeById } from '../purposes';
import { OfflineUses, type OfflineUse } from './offline-uses';
import { deskOf, ScanRecords, type Desk, type EarlierUse } from './scan-records';
import { ScanSubjects } from './scan-subject';
import { holderOf } from './verifier.service';

type Synced = RouteOutput<typeof syncVerifications>;

const AHEAD_MS = 60_000;
const OLDEST_MS = 7 * 86_400_000;
const UNKNOWN_PURPOSE = 'other';

/** Scans that a counter judged without network, taken over when it is back. */
@Injectable()
export class OfflineSync {
  constructor(
    private readonly clock: Clock,
    private readonly keyring: IssuerKeyring,
    private readonly subjects: ScanSubjects,
    private readonly uses: OfflineUses,
    private readonly records: ScanRecords,
  ) {}

  /**
   * Each code is judged again with the issuer's keys and the time of its use: a counter's word makes no forged code
   * good. Sending the same uses twice changes nothing. A code that was used elsewhere before is told; another use under
   * an id that was sent before, be it of the same code judged otherwise, is not taken.
   */
  async sync(caller: StaffCaller, uses: readonly OfflineUse[]): Promise<Result<Synced>> {
    const clerk = requireRole(caller, 'clerk');
    if (!clerk.ok) return clerk;
    const desk = deskOf(caller);
    const synced: Synced = { stored: [], doubleUses: [], otherCode: [] };
    for (const use of uses) {
      const verificationId = await this.uses.recordIdOf(desk.staffId, use);
      if (verificationId === undefined) {
        synced.otherCode.push(use.id);
        continue;
      }
      const earlier = await this.take(desk, use, verificationId);
      synced.stored.push(use.id);
      if (earlier) synced.doubleUses.push({ id: use.id, where: earlier.place, at: earlier.at.toISOString() });
    }
    return ok(synced);
  }

  private async take(desk: Desk, use: OfflineUse, verificationId: string): Promise<EarlierUse | undefined> {
    const examined = examine(fromScanner(use.code), { now: use.at, issuerKeys: this.keyring.publishedAt(use.at), ctx: liveCrypto });
    const subject = examined.credential && (await this.subjects.find(examined.credential, this.clock.today()));
    const purpose = purposeById(use.purpose)?.id ?? UNKNOWN_PURPOSE;
    const scan = { verificationId, desk, purpose, at: new Date(Math.floor(Math.min(use.at, this.clock.now()))), offline: true };
    const holder = subject && examined.credential && holderOf(subject, examined.credential);
    const reason = examined.kind === 'refused' ? toldOr(use, examined.reason) : this.reasonAgainst(use, holder !== undefined);
    if (!reason && holder) return this.records.useOffline({ ...scan, holder, presentationId: (examined as Examined).presentationId });
    await this.records.refuse({ ...scan, ...(holder && { holder }) }, reason ?? 'status-stale');
    return undefined;
  }

  private reasonAgainst({ at, accepted, reason }: OfflineUse, isOurs: boolean): RefusalReason | undefined {
    const age = this.clock.now() - at;
    if (age < -AHEAD_MS) return 'from-the-future';
    if (age > OLDEST_MS) return 'too-old';
    if (!accepted) return reason ?? 'status-stale';
    return isOurs ? undefined : 'status-stale';
  }
}

/** What the clerk was told of a refused code says more than what the code alone tells: the kept statuses stood behind it. */
const toldOr = ({ accepted, reason }: OfflineUse, found: RefusalReason): RefusalReason => (accepted ? found : (reason ?? found));
