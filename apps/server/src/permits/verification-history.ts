import { Injectable } from '@nestjs/common';
import { refusalGuide, type RefusalReason } from '@yuezheng/live-pass';
import { ok, type listPermits, type listPermitVerifications, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { Database } from '../platform/database/database';
import { pageOf, placeOf } from '../platform/http/cursor';
import { purposeTitle } from '../live-pass/purposes';
import type { PermitRow } from './permit-row';

type Page = RouteOutput<typeof listPermitVerifications>;
type Last = RouteOutput<typeof listPermits>['lastVerification'];

interface VerificationRow {
  verification_id: string;
  verified_at: Date;
  place: string;
  purpose: string;
  accepted: boolean;
  reason: RefusalReason | null;
  offline: boolean;
  used_twice: boolean;
}

/** Whether the code of a row of `verifications` was accepted at another counter too, before or after. */
export const usedTwiceSql = (row: string): string =>
  `(${row}.accepted AND (${row}.double_use_of IS NOT NULL OR EXISTS (SELECT 1 FROM verifications other WHERE other.holder_id = ${row}.holder_id AND other.double_use_of = ${row}.verification_id)))`;

const PAGE_SIZE = 20;
const LIST = {
  name: 'verifications-list',
  text: `SELECT verification_id, verified_at, place, purpose, accepted, reason, offline, ${usedTwiceSql('verifications')} AS used_twice FROM verifications
         WHERE holder_id = $1 AND permit_id = $2 AND ($3::timestamptz IS NULL OR (verified_at, verification_id) < ($3, $4::uuid))
         ORDER BY verified_at DESC, verification_id DESC LIMIT ${PAGE_SIZE + 1}`,
};
const LAST = {
  name: 'verifications-last',
  text: `SELECT v.verified_at, v.place FROM unnest($1::uuid[], $2::uuid[]) p(holder_id, permit_id)
         CROSS JOIN LATERAL (SELECT verified_at, place FROM verifications v WHERE v.holder_id = p.holder_id AND v.permit_id = p.permit_id ORDER BY verified_at DESC LIMIT 1) v
         ORDER BY v.verified_at DESC LIMIT 1`,
};

/** Accepted by two counters, one of which had no network and could not know. */
export const USED_TWICE = '核验通过，但同一个码又在别处用过';

/** How a scan ended, in one phrase for the holder and for the counter's list. */
export const resultText = (accepted: boolean, reason: RefusalReason | null): string =>
  accepted ? '核验通过' : reason ? refusalGuide(reason).headline : '未通过';

/** Row F5: who verified a permit, where, when, for what. */
@Injectable()
export class VerificationHistory {
  constructor(private readonly database: Database) {}

  async of({ holderId, permitId }: PermitRow, cursor: string | undefined): Promise<Result<Page>> {
    const place = placeOf(cursor);
    if (!place.ok) return place;
    const found = await this.database.prepared<VerificationRow>(LIST, [holderId, permitId, place.value?.at ?? null, place.value?.id ?? null]);
    const { rows, next } = pageOf(found, PAGE_SIZE, (row) => ({ at: row.verified_at, id: row.verification_id }));
    return ok({
      verifications: rows.map((row) => ({
        id: row.verification_id,
        at: row.verified_at.toISOString(),
        where: row.place,
        purpose: purposeTitle(row.purpose),
        accepted: row.accepted,
        result: row.used_twice ? USED_TWICE : resultText(row.accepted, row.reason),
        offline: row.offline,
      })),
      ...(next && { next }),
    });
  }

  /** The newest scan of any of these permits. */
  async last(permits: readonly PermitRow[]): Promise<Last> {
    const keys = [permits.map((row) => row.holderId), permits.map((row) => row.permitId)];
    const [row] = await this.database.prepared<{ verified_at: Date; place: string }>(LAST, keys);
    return row && { at: row.verified_at.toISOString(), where: row.place };
  }
}
