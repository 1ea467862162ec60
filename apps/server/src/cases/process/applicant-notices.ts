import { Injectable } from '@nestjs/common';
import { STATES } from '@yuezheng/case-engine';
import type { TimelineEntry } from '@yuezheng/shared-types';
import { z } from 'zod';
import type { Notice, NoticeTemplate } from '../../messages/notice';
import { Notifier } from '../../messages/notifier.service';
import { Database } from '../../platform/database/database';
import { OutboxTask } from '../../platform/outbox/outbox-task';
import { ActionLog } from '../record/action-log';
import type { CaseRecord } from '../record/case-record';
import { CaseStore } from '../record/case.store';
import { TELL_APPLICANT } from './case-process';

const Payload = z.object({ caseId: z.uuid(), seq: z.int() });

const templateOf = ({ number, file }: CaseRecord, { detail, outcome }: TimelineEntry): NoticeTemplate => {
  const serviceTitle = file.definition.title;
  if (file.state !== 'supplement' || !file.supplement) {
    return { id: 'case-progress', serviceTitle, number, phase: STATES[file.state].label, hint: outcome ?? detail, ...(outcome !== undefined && { outcome }) };
  }
  const { items, dueOn } = file.supplement;
  return { id: 'supplement', serviceTitle, number, what: items.map(({ title }) => title).join('、'), dueOn };
};

const noticeOf = (record: CaseRecord, seq: number, entry: TimelineEntry): Notice => ({
  residentId: record.applicantId,
  dedupeKey: `case:${record.caseId}:${seq}`,
  kind: 'case-update',
  title: `${record.file.definition.title}：${entry.title}`,
  text: entry.detail,
  page: `packages/apply/case/index?caseId=${record.caseId}`,
  verb: record.file.state === 'supplement' ? '去补件' : '查看办件',
  template: templateOf(record, entry),
});

/** Tells the applicant of a step, in a transaction of its own: the applicant may be another holder than the case's. */
@Injectable()
export class ApplicantNotices {
  constructor(
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly actions: ActionLog,
    private readonly notifier: Notifier,
  ) {}

  @OutboxTask(TELL_APPLICANT)
  async tell(payload: unknown): Promise<void> {
    const { caseId, seq } = Payload.parse(payload);
    const record = await this.store.find(caseId);
    const entry = record && (await this.actions.entry(record.holderId, caseId, seq));
    if (!record || !entry) throw new Error(`no step ${seq} of case ${caseId}`);
    await this.database.inTransaction((tx) => this.notifier.notify(tx, noticeOf(record, seq, entry)));
  }
}
