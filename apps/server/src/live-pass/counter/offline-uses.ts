import { Injectable } from '@nestjs/common';
import type { RouteInput, syncVerifications } from '@yuezheng/shared-types';
import { canonicalJson } from '../../platform/audit/canonical-json';
import { Clock } from '../../platform/clock/clock';
import { sha256 } from '../../platform/crypto/keyed-hash';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';

/** A use as the counter tells it. Its id, made by the counter, says which use is sent again, and nothing else. */
export type OfflineUse = RouteInput<typeof syncVerifications>['body']['uses'][number];

const TAKE = {
  name: 'offline-use-take',
  // The update changes nothing; it is there so that the row that stands comes back.
  text: `INSERT INTO offline_uses AS u (staff_id, use_id, use_hash, verification_id, taken_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (staff_id, use_id) DO UPDATE SET use_id = u.use_id RETURNING use_hash, verification_id`,
};

/** Which record belongs to a use that a counter sends: always the same one for the same use, never one of another use. */
@Injectable()
export class OfflineUses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the record, our own; undefined when under this id another use was sent before: of another code, or judged otherwise */
  async recordIdOf(staffId: string, { id, ...told }: OfflineUse): Promise<string | undefined> {
    const hash = sha256(canonicalJson(told));
    const [row] = await this.database.prepared<{ use_hash: Buffer; verification_id: string }>(TAKE, [staffId, id, hash, newId(), this.clock.date()]);
    return row?.use_hash.equals(hash) ? row.verification_id : undefined;
  }
}
