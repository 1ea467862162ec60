import { Injectable } from '@nestjs/common';
import { dueOn } from '@yuezheng/case-engine';
import { isWorkingDay } from '@yuezheng/catalogue';
import type { LocalDate } from '@yuezheng/shared-types';
import { Clock } from '../../platform/clock/clock';
import { KeyedHash } from '../../platform/crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../../platform/database/database';
import { ActionLog, type ActionEntry } from './action-log';
import type { CaseRecord } from './case-record';
import { CASE_COLUMNS, CaseRows, type CaseRow } from './case-rows';
import { OWN_AND_WARDS } from './holders';

/** Who may see a case as its applicant: the holder, and whoever acted for them while they are in that person's care. */
export const MY_CASES = `${OWN_AND_WARDS} AND (holder_id = $1 OR applicant_id = $1)`;

const FIND_MINE = { name: 'cases-find-mine', text: `SELECT ${CASE_COLUMNS} FROM cases WHERE ${MY_CASES} AND case_id = $2` };
const LOCK_MINE = { name: 'cases-lock-mine', text: `${FIND_MINE.text} FOR UPDATE` };
const FIND = { name: 'cases-find', text: `SELECT ${CASE_COLUMNS} FROM cases WHERE case_id = $1` };
const LOCK = { name: 'cases-lock', text: `${FIND.text} FOR UPDATE` };
const INSERT = {
  name: 'cases-insert',
  text: `WITH new_case AS (
           INSERT INTO cases (holder_id, case_id, applicant_id, draft_id, number, service_id, service_version, city, state, version, situation, exempt,
             holder_name, applicant_name, name_index, content, snapshot, clock, due_on, submitted_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)
           ON CONFLICT (holder_id, service_id, city) WHERE state IN ('submitted', 'in-review', 'supplement') DO NOTHING
           RETURNING holder_id, case_id, draft_id),
         used_draft AS (DELETE FROM drafts d USING new_case n WHERE d.holder_id = n.holder_id AND d.draft_id = n.draft_id)
         SELECT case_id FROM new_case`,
};
const UPDATE = {
  name: 'cases-update',
  text: `UPDATE cases SET state = $3, version = $4, content = $5, clock = $6, due_on = $7, claimed_by = $8, claimed_name = $9, claimed_at = $10,
           supplement = $11, supplement_due = $12, supplied_at = $13, permit_id = $14, updated_at = $15
         WHERE holder_id = $1 AND case_id = $2`,
};
const OVERDUE = {
  name: 'cases-overdue-supplements',
  text: `SELECT case_id FROM cases WHERE state = 'supplement' AND supplement_due < $1 AND case_id > $2 ORDER BY case_id LIMIT 200`,
};

/** Spaces between the parts of a name are how it is written, not what it is. */
const indexable = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Cases in PostgreSQL. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly database: Database,
    private readonly rows: CaseRows,
    private readonly actions: ActionLog,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /** Somebody else's case is not found. */
  async findMine(residentId: string, caseId: string): Promise<CaseRecord | undefined> {
    const [row] = await this.database.prepared<CaseRow>(FIND_MINE, [residentId, caseId]);
    return row && this.rows.open(row);
  }

  async lockMine(tx: Tx, residentId: string, caseId: string): Promise<CaseRecord | undefined> {
    const [row] = await queryIn<CaseRow>(tx, LOCK_MINE, [residentId, caseId]);
    return row && this.rows.open(row);
  }

  /** For officials and the system, who are not bounded to a holder; what they may do is decided on the record. */
  async find(caseId: string): Promise<CaseRecord | undefined> {
    const [row] = await this.database.prepared<CaseRow>(FIND, [caseId]);
    return row && this.rows.open(row);
  }

  async lock(tx: Tx, caseId: string): Promise<CaseRecord | undefined> {
    const [row] = await queryIn<CaseRow>(tx, LOCK, [caseId]);
    return row && this.rows.open(row);
  }

  /**
   * Writes a new case with its first action, and takes its draft away.
   * @returns false when the holder has an open case of the same service and city
   */
  async insert(tx: Tx, record: CaseRecord, first: ActionEntry): Promise<boolean> {
    const { holderId, file } = record;
    const inserted = await queryIn(tx, INSERT, [
      holderId, record.caseId, record.applicantId, record.draftId, record.number, file.definition.id, file.definition.version, file.city,
      file.state, record.version, file.situation ?? null, file.exempt, this.rows.sealName(holderId, record.holderName),
      record.applicantName === undefined ? null : this.rows.sealName(holderId, record.applicantName), this.nameIndexes(record),
      this.rows.sealContent(file), this.rows.sealSnapshot(holderId, record.snapshot), JSON.stringify(file.clock), this.dueOn(record), record.submittedAt,
    ]);
    if (inserted.length === 0) return false;
    await this.actions.append(tx, first);
    return true;
  }

  async update(tx: Tx, record: CaseRecord): Promise<void> {
    const { holderId, caseId, version, file, claim } = record;
    await queryIn(tx, UPDATE, [
      holderId, caseId, file.state, version, this.rows.sealContent(file), JSON.stringify(file.clock), this.dueOn(record),
      claim?.staffId ?? null, claim?.name ?? null, claim?.at ?? null, this.rows.sealItems(file), file.supplement?.dueOn ?? null,
      record.suppliedAt ?? null, record.permitId ?? null, record.updatedAt,
    ]);
  }

  /** Ids of at most 200 cases whose papers should have come before `today`, after `afterId`. */
  async overdueSupplements(today: LocalDate, afterId: string): Promise<string[]> {
    return (await this.database.prepared<{ case_id: string }>(OVERDUE, [today, afterId])).map((row) => row.case_id);
  }

  /** What a case can be found by: the whole name of the holder, or of who acted. */
  nameIndex(name: string): Buffer {
    return this.keyedHash.of('case-name', indexable(name));
  }

  private nameIndexes({ holderName, applicantName }: CaseRecord): Buffer[] {
    return [holderName, ...(applicantName === undefined ? [] : [applicantName])].map((name) => this.nameIndex(name));
  }

  private dueOn({ file }: CaseRecord): LocalDate {
    return dueOn(file.clock, this.clock.today(), isWorkingDay);
  }
}
