import { Injectable } from '@nestjs/common';
import type { Submission } from '@yuezheng/case-engine';
import type { DraftStep } from '@yuezheng/shared-types';
import { SealedJson } from '../../platform/crypto/sealed-json';
import { Database, queryIn, type Tx } from '../../platform/database/database';
import type { Snapshot } from '../eligibility/snapshot';
import { OWN_AND_WARDS } from '../record/holders';
import type { DraftRecord } from './draft-record';

interface DraftRow {
  holder_id: string;
  draft_id: string;
  applicant_id: string;
  service_id: string;
  service_version: number;
  city: string;
  step: DraftStep;
  version: number;
  content: Buffer;
  snapshot: Buffer;
  saved_at: Date;
}

export type DraftPlace = Pick<DraftRecord, 'holderId' | 'serviceId' | 'city'>;

const COLUMNS = 'holder_id, draft_id, applicant_id, service_id, service_version, city, step, version, content, snapshot, saved_at';
const MINE = `${OWN_AND_WARDS} AND applicant_id = $1`;

const FIND = { name: 'drafts-find', text: `SELECT ${COLUMNS} FROM drafts WHERE ${MINE} AND draft_id = $2` };
const LOCATE = { name: 'drafts-locate', text: `SELECT holder_id, service_id, city FROM drafts WHERE ${MINE} AND draft_id = $2` };
const BEGUN = { name: 'drafts-begun', text: `SELECT service_id FROM drafts WHERE ${MINE} AND city = $2` };
const LOCK = { name: 'drafts-lock', text: `${FIND.text} FOR UPDATE` };
const LIST = { name: 'drafts-list', text: `SELECT ${COLUMNS} FROM drafts WHERE ${MINE} ORDER BY saved_at DESC, draft_id LIMIT 50` };
const LOCK_LIKE = {
  name: 'drafts-lock-like',
  text: `SELECT ${COLUMNS} FROM drafts WHERE holder_id = $1 AND service_id = $2 AND city = $3 AND applicant_id = $4 FOR UPDATE`,
};
const INSERT = {
  name: 'drafts-insert',
  text: `INSERT INTO drafts (${COLUMNS}, checked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (holder_id, service_id, city, applicant_id) DO NOTHING RETURNING draft_id`,
};
const UPDATE = {
  name: 'drafts-update',
  text: `UPDATE drafts SET service_version = $3, step = $4, version = $5, content = $6, snapshot = $7, saved_at = $8, checked_at = $9
         WHERE holder_id = $1 AND draft_id = $2`,
};
const DELETE = { name: 'drafts-delete', text: 'DELETE FROM drafts WHERE holder_id = $1 AND draft_id = $2' };

/** Drafts in PostgreSQL, sealed. Every read is bounded to the person asking and those in their care. */
@Injectable()
export class DraftStore {
  constructor(
    private readonly database: Database,
    private readonly sealed: SealedJson,
  ) {}

  async find(applicantId: string, draftId: string): Promise<DraftRecord | undefined> {
    const [row] = await this.database.prepared<DraftRow>(FIND, [applicantId, draftId]);
    return row && this.open(row);
  }

  /** Whom and what a draft is for, without opening it. */
  async locate(applicantId: string, draftId: string): Promise<DraftPlace | undefined> {
    const [row] = await this.database.prepared<Pick<DraftRow, 'holder_id' | 'service_id' | 'city'>>(LOCATE, [applicantId, draftId]);
    return row && { holderId: row.holder_id, serviceId: row.service_id, city: row.city };
  }

  /** The services that the applicant has begun in a city, without opening a draft. */
  async begun(applicantId: string, city: string): Promise<string[]> {
    return (await this.database.prepared<Pick<DraftRow, 'service_id'>>(BEGUN, [applicantId, city])).map((row) => row.service_id);
  }

  async list(applicantId: string): Promise<DraftRecord[]> {
    return (await this.database.prepared<DraftRow>(LIST, [applicantId])).map((row) => this.open(row));
  }

  async lock(tx: Tx, applicantId: string, draftId: string): Promise<DraftRecord | undefined> {
    const [row] = await queryIn<DraftRow>(tx, LOCK, [applicantId, draftId]);
    return row && this.open(row);
  }

  /** The draft of the same service, city and people. */
  async lockLike(tx: Tx, { holderId, serviceId, city, applicantId }: DraftRecord): Promise<DraftRecord | undefined> {
    const [row] = await queryIn<DraftRow>(tx, LOCK_LIKE, [holderId, serviceId, city, applicantId]);
    return row && this.open(row);
  }

  /** @returns whether there was none of the same service, city and people */
  async insert(tx: Tx, draft: DraftRecord): Promise<boolean> {
    const { holderId, draftId, applicantId, serviceId, serviceVersion, city, step, version, savedAt, snapshot } = draft;
    const sealed = this.seal(draft);
    const values = [holderId, draftId, applicantId, serviceId, serviceVersion, city, step, version, sealed.content, sealed.snapshot, savedAt, new Date(snapshot.checkedAt)];
    return (await queryIn(tx, INSERT, values)).length === 1;
  }

  async update(tx: Tx, draft: DraftRecord): Promise<void> {
    const { holderId, draftId, serviceVersion, step, version, savedAt, snapshot } = draft;
    const sealed = this.seal(draft);
    await queryIn(tx, UPDATE, [holderId, draftId, serviceVersion, step, version, sealed.content, sealed.snapshot, savedAt, new Date(snapshot.checkedAt)]);
  }

  async delete(tx: Tx, { holderId, draftId }: Pick<DraftRecord, 'holderId' | 'draftId'>): Promise<void> {
    await queryIn(tx, DELETE, [holderId, draftId]);
  }

  private seal({ holderId, submission, snapshot }: DraftRecord): { content: Buffer; snapshot: Buffer } {
    return { content: this.sealed.seal('drafts.content', holderId, submission), snapshot: this.sealed.seal('drafts.snapshot', holderId, snapshot) };
  }

  private open(row: DraftRow): DraftRecord {
    return {
      holderId: row.holder_id,
      draftId: row.draft_id,
      applicantId: row.applicant_id,
      serviceId: row.service_id,
      serviceVersion: row.service_version,
      city: row.city,
      step: row.step,
      version: row.version,
      submission: this.sealed.open<Submission>('drafts.content', row.holder_id, row.content),
      snapshot: this.sealed.open<Snapshot>('drafts.snapshot', row.holder_id, row.snapshot),
      savedAt: row.saved_at,
    };
  }
}
