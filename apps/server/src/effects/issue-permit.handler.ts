import { Injectable } from '@nestjs/common';
import { KEEP_PHOTO_TASK } from '../permits/permit-photos';
import { PermitStore } from '../permits/permit-store';
import { Audit } from '../platform/audit/audit';
import type { Tx } from '../platform/database/database';
import { Outbox } from '../platform/outbox/outbox';
import { EffectHandler, type DescriptorOf, type EffectOrigin, type EffectOutcome } from './effect-handler';

/** A new e-permit for the holder: one for each case, however often it runs. */
@Injectable()
export class IssuePermitHandler extends EffectHandler<'issuePermit'> {
  readonly type = 'issuePermit';

  constructor(
    private readonly store: PermitStore,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async apply(tx: Tx, descriptor: DescriptorOf<'issuePermit'>, { holderId, caseId, applicantId }: EffectOrigin): Promise<EffectOutcome> {
    const { city, address, issuedOn, validUntil, residenceSince, photoFileId } = descriptor;
    const { permitId, isNew } = await this.store.keep(tx, holderId, {
      source: `case:${caseId}`, city, district: address.district, address: address.detail, issuedOn, validUntil, residenceSince, status: 'valid',
    });
    if (!isNew) return { permitId };
    await this.audit.record(tx, { chain: `permit:${permitId}`, actor: { kind: 'system', id: 'effects' }, action: 'permit.issued', subject: `permit:${permitId}`, details: { caseId, issuedOn, validUntil } });
    const uploaded = photoFileId && { ownerId: applicantId, fileId: photoFileId };
    await this.outbox.add(tx, KEEP_PHOTO_TASK, { holderId, permitId, ...(uploaded && { uploaded }) }, { jobKey: `${KEEP_PHOTO_TASK}:${permitId}` });
    return { permitId };
  }
}
