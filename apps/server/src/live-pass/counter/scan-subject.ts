import { Injectable } from '@nestjs/common';
import type { CredentialFacts, PermitStatus } from '@yuezheng/live-pass';
import type { LocalDate } from '@yuezheng/shared-types';
import { statusOnSql } from '../../permits/permit-status';
import { PERMIT_COLUMNS, type PermitRow } from '../../permits/permit-row';
import { Database } from '../../platform/database/database';

/** What the database knows behind a genuine code. */
export interface ScanSubject {
  readonly permit: PermitRow;
  readonly statusNow: PermitStatus;
  /** The phone to which the credential was issued; nothing when we have no record of it. */
  readonly deviceId: string | undefined;
  /** Whether that phone is the holder's active one. */
  readonly active: boolean;
  /** Epoch ms: codes of earlier slots are void. */
  readonly burnedBefore: number | undefined;
}

interface SubjectRow extends PermitRow {
  readonly statusNow: PermitStatus;
  readonly deviceId: string | null;
  readonly active: boolean;
  readonly burnedBefore: string | null;
}

const FIND = {
  name: 'scan-subject',
  text: `SELECT p.*, c.device_id AS "deviceId", coalesce(c.device_id = d.device_id, false) AS active, d.burned_before AS "burnedBefore"
         FROM permit_status_indices i
         JOIN LATERAL (
           SELECT ${PERMIT_COLUMNS}, ${statusOnSql('permits', '$3')} AS "statusNow" FROM permits
           WHERE holder_id = i.holder_id AND permit_id = i.permit_id) p ON true
         LEFT JOIN live_pass_credentials c ON c.holder_id = i.holder_id AND c.credential_id = $2
         LEFT JOIN live_pass_devices d ON d.holder_id = i.holder_id
         WHERE i.status_index = $1`,
};

/** Finds whose code was scanned, in one round trip. */
@Injectable()
export class ScanSubjects {
  constructor(private readonly database: Database) {}

  async find({ statusIndex, credentialId }: CredentialFacts, today: LocalDate): Promise<ScanSubject | undefined> {
    // The index is four bytes wide, the column signed.
    if (statusIndex > 0x7fff_ffff) return undefined;
    const [row] = await this.database.prepared<SubjectRow>(FIND, [statusIndex, credentialId, today]);
    if (!row) return undefined;
    return {
      permit: row,
      statusNow: row.statusNow,
      deviceId: row.deviceId ?? undefined,
      active: row.active,
      burnedBefore: row.burnedBefore === null ? undefined : Number(row.burnedBefore),
    };
  }
}
