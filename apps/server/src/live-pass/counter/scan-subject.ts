import { Injectable } from '@nestjs/common';
import type { CredentialFacts, PermitStatus } from '@yuezheng/live-pass';
import type { LocalDate } from '@yuezheng/shared-types';
import { RESIDENT_COLUMNS, Residents, type ResidentProfile, type ResidentRow } from '../../accounts/residents';
import { statusOnSql } from '../../permits/permit-status';
import { PERMIT_COLUMNS, type PermitRow } from '../../permits/permit-row';
import type { ChainHead } from '../../platform/audit/audit';
import { Batches } from '../../platform/database/batches';
import { Database } from '../../platform/database/database';
import { columnArrays, inGivenOrder, unnested, type GivenColumn, type Numbered } from '../../platform/database/unnested';

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
  /** Where the audit of the permit ended when this was read. */
  readonly chainHead: ChainHead | undefined;
  /** The person, in clear: only for a scan that was accepted. */
  holder(): ResidentProfile;
}

interface SubjectRow extends Numbered, PermitRow, Omit<ResidentRow, 'holderId'> {
  readonly statusNow: PermitStatus;
  readonly deviceId: string | null;
  readonly active: boolean;
  readonly burnedBefore: string | null;
  readonly chainSeq: number | null;
  readonly chainHash: Buffer | null;
}

const ASKED: readonly GivenColumn[] = [['status_index', 'integer'], ['credential_id', 'text'], ['today', 'date']];

const FIND = {
  name: 'scan-subject',
  text: `SELECT asked.nr, p.*, ${RESIDENT_COLUMNS}, c.device_id AS "deviceId", coalesce(c.device_id = d.device_id, false) AS active,
           d.burned_before AS "burnedBefore", head.seq AS "chainSeq", head.hash AS "chainHash"
         FROM ${unnested(ASKED, 'asked')}
         JOIN permit_status_indices i USING (status_index)
         JOIN LATERAL (
           SELECT ${PERMIT_COLUMNS}, ${statusOnSql('permits', 'asked.today')} AS "statusNow" FROM permits
           WHERE holder_id = i.holder_id AND permit_id = i.permit_id) p ON true
         JOIN residents r ON r.holder_id = i.holder_id
         LEFT JOIN live_pass_credentials c ON c.holder_id = i.holder_id AND c.credential_id = asked.credential_id
         LEFT JOIN live_pass_devices d ON d.holder_id = i.holder_id
         LEFT JOIN audit_chains head ON head.chain = 'permit:' || i.permit_id`,
};

interface Question {
  readonly statusIndex: number;
  readonly credentialId: string;
  readonly today: LocalDate;
}

/** Finds whose code was scanned, in one round trip for all who scan at once. */
@Injectable()
export class ScanSubjects {
  private readonly questions = new Batches<Question, ScanSubject | undefined>((asked) => this.findAll(asked));

  constructor(
    private readonly database: Database,
    private readonly residents: Residents,
  ) {}

  async find({ statusIndex, credentialId }: CredentialFacts, today: LocalDate): Promise<ScanSubject | undefined> {
    // The index is four bytes wide, the column signed.
    if (statusIndex > 0x7fff_ffff) return undefined;
    return this.questions.do({ statusIndex, credentialId, today });
  }

  private async findAll(asked: readonly Question[]): Promise<(ScanSubject | undefined)[]> {
    const values = columnArrays(ASKED, asked.map(({ statusIndex, credentialId, today }) => [statusIndex, credentialId, today]));
    const rows = await this.database.prepared<SubjectRow & Record<string, unknown>>(FIND, values);
    return inGivenOrder(rows, asked.length).map((row) => row && this.subjectOf(row));
  }

  private subjectOf(row: SubjectRow): ScanSubject {
    const { statusNow, deviceId, active, burnedBefore, chainSeq, chainHash } = row;
    return {
      permit: row,
      statusNow,
      deviceId: deviceId ?? undefined,
      active,
      burnedBefore: burnedBefore === null ? undefined : Number(burnedBefore),
      chainHead: chainSeq === null || chainHash === null ? undefined : { seq: chainSeq, hash: chainHash },
      holder: () => this.residents.open(row),
    };
  }
}
