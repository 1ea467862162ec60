import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { sha256 } from '../../platform/crypto/keyed-hash';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';

/** A use as the counter named it. */
export interface NamedUse {
  readonly staffId: string;
  /** Made by the counter: it says which use is sent again, and nothing else. */
  readonly useId: string;
  readonly code: string;
}

const TAKE = {
  name: 'offline-use-take',
  // The update changes nothing; it is there so that the row that stands comes back.
  text: `INSERT INTO offline_uses AS u (staff_id, use_id, code_hash, verification_id, taken_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (staff_id, use_id) DO UPDATE SET use_id = u.use_id RETURNING code_hash, verification_id`,
};

/** Which record belongs to a use that a counter sends: always the same one for the same use, never one of another code. */
@Injectable()
export class OfflineUses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the record, our own; undefined when another code was sent under this id before */
  async recordIdOf({ staffId, useId, code }: NamedUse): Promise<string | undefined> {
    const hash = sha256(code);
    const [row] = await this.database.prepared<{ code_hash: Buffer; verification_id: string }>(TAKE, [staffId, useId, hash, newId(), this.clock.date()]);
    return row?.code_hash.equals(hash) ? row.verification_id : undefined;
  }
}
