import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { PermitPhotos } from '../../permits/permit-photos';
import type { StaffCaller } from '../../platform/auth/caller';
import { requireRole } from '../../platform/auth/guards';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Binary } from '../../platform/http/endpoint';
import { purposeById } from '../purposes';
import { deskOf } from './scan-records';
import { VERDICT_LIFE_MS } from './verdict-life';

interface VerifiedRow {
  readonly purpose: string;
  readonly holderId: string;
  readonly permitId: string;
  readonly photoKey: string | null;
}

const FIND = {
  name: 'scan-portrait',
  text: `SELECT v.purpose, p.holder_id AS "holderId", p.permit_id AS "permitId", p.photo_key AS "photoKey"
         FROM verifications v JOIN permits p USING (holder_id, permit_id)
         WHERE v.desk_id = $1 AND v.verified_at > $2 AND v.verification_id = $3 AND v.staff_id = $4 AND v.accepted AND NOT v.offline`,
};

/** The photo that belongs to a verdict. It comes after the verdict, which does not wait for it; the audit of the verdict covers it. */
@Injectable()
export class VerifiedPortraits {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly photos: PermitPhotos,
  ) {}

  /** `not-found`: not this official's, too long ago, not accepted, of a purpose that shows no photo, or there is none. */
  async of(caller: StaffCaller, verificationId: string): Promise<Result<Binary>> {
    const clerk = requireRole(caller, 'clerk');
    if (!clerk.ok) return clerk;
    const { deskId, staffId } = deskOf(caller);
    const since = new Date(this.clock.now() - VERDICT_LIFE_MS);
    const [row] = await this.database.prepared<VerifiedRow & Record<string, unknown>>(FIND, [deskId, since, verificationId, staffId]);
    if (!row || !purposeById(row.purpose)?.fields.includes('portrait')) return refuse('not-found');
    const bytes = await this.photos.of(row);
    return bytes ? ok({ bytes, mime: 'image/jpeg' }) : refuse('not-found');
  }
}
