import { Injectable } from '@nestjs/common';
import type { RefusalReason } from '@yuezheng/live-pass';
import { ok, type listRecentVerifications, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { resultText, USED_TWICE, usedTwiceSql } from '../../permits/verification-history';
import { requireRole } from '../../platform/auth/guards';
import type { StaffCaller } from '../../platform/auth/caller';
import { Clock } from '../../platform/clock/clock';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import { Database } from '../../platform/database/database';
import { deskOf } from './scan-records';

interface RecentRow {
  holder_id: string;
  verification_id: string;
  verified_at: Date;
  accepted: boolean;
  reason: RefusalReason | null;
  offline: boolean;
  used_twice: boolean;
  masked_name: Buffer | null;
}

const RECENT = {
  name: 'scans-recent',
  text: `SELECT holder_id, verification_id, verified_at, accepted, reason, offline, ${usedTwiceSql('verifications')} AS used_twice, masked_name FROM verifications
         WHERE desk_id = $1 AND verified_at >= $2 AND verified_at <= $3 ORDER BY verified_at DESC, verification_id DESC LIMIT 20`,
};

/** The last scans at a counter today in Asia/Shanghai, names masked: yesterday’s are nobody’s work any more. */
@Injectable()
export class RecentScans {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async of(caller: StaffCaller): Promise<Result<RouteOutput<typeof listRecentVerifications>>> {
    const clerk = requireRole(caller, 'clerk');
    if (!clerk.ok) return clerk;
    const rows = await this.database.prepared<RecentRow>(RECENT, [deskOf(caller).deskId, new Date(`${this.clock.today()}T00:00:00+08:00`), this.clock.date()]);
    return ok({
      verifications: rows.map((row) => ({
        id: row.verification_id,
        at: row.verified_at.toISOString(),
        name: row.masked_name ? this.cipher.open({ field: 'verifications.masked_name', owner: row.holder_id }, row.masked_name) : '—',
        accepted: row.accepted,
        result: row.used_twice ? USED_TWICE : resultText(row.accepted, row.reason),
        ...(row.used_twice && { usedTwice: true as const }),
        offline: row.offline,
      })),
    });
  }
}
