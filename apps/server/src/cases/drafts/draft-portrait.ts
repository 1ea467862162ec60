import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { PortraitOnRecord } from '../../permits/portrait-on-record';
import { Audit } from '../../platform/audit/audit';
import { DraftStore } from './draft.store';

const PURPOSE = '填写申请：核对留存照片';

/** The portrait on record, shown beside the form that would use it. */
@Injectable()
export class DraftPortrait {
  constructor(
    private readonly store: DraftStore,
    private readonly portraits: PortraitOnRecord,
    private readonly audit: Audit,
  ) {}

  /** The portrait of the draft's holder, as JPEG; the reading is audited. Refusals: `not-found`, `outside-system-down`. */
  async of(applicantId: string, draftId: string): Promise<Result<Buffer>> {
    const draft = await this.store.locate(applicantId, draftId);
    if (!draft) return refuse('not-found');
    const portrait = await this.portraits.of(draft.holderId, PURPOSE);
    if (!portrait.ok) return portrait;
    if (!portrait.value) return refuse('not-found');
    const subject = `resident:${draft.holderId}`;
    const actor = { kind: 'resident', id: applicantId } as const;
    await this.audit.recordAlone({ chain: subject, actor, action: 'draft.portrait-read', subject, purpose: PURPOSE, details: { draftId } });
    return ok(portrait.value);
  }
}
