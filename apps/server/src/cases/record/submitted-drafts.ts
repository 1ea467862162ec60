import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@yuezheng/shared-types';
import { Database } from '../../platform/database/database';
import { OWN_AND_WARDS } from './holders';
import type { CaseReference } from './open-cases';

export interface SubmittedDraft extends CaseReference {
  /** The transaction that submitted it. */
  readonly transactionId: string;
}

const FIND = {
  name: 'cases-of-draft',
  text: `SELECT c.case_id, c.number, a.transaction_id
         FROM (SELECT holder_id, case_id, number FROM cases WHERE ${OWN_AND_WARDS} AND draft_id = $2 AND applicant_id = $1) c
         JOIN case_actions a ON a.holder_id = c.holder_id AND a.case_id = c.case_id AND a.seq = 1`,
};

/** What became of drafts that are no longer there. */
@Injectable()
export class SubmittedDrafts {
  constructor(private readonly database: Database) {}

  async find(applicantId: string, draftId: string): Promise<SubmittedDraft | undefined> {
    const [row] = await this.database.prepared<{ case_id: string; number: string; transaction_id: string }>(FIND, [applicantId, draftId]);
    return row && { caseId: row.case_id, number: row.number, transactionId: row.transaction_id };
  }

  /** `already-submitted` with the case as `current`, or `not-found`. */
  async orNotFound(applicantId: string, draftId: string): Promise<{ readonly ok: false; readonly refusal: Refusal }> {
    const submitted = await this.find(applicantId, draftId);
    return submitted ? refuse('already-submitted', { current: { caseId: submitted.caseId, number: submitted.number } satisfies CaseReference }) : refuse('not-found');
  }
}
