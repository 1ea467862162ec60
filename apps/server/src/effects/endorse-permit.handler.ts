import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit';
import { queryIn, type Tx } from '../platform/database/database';
import { EffectHandler, type DescriptorOf, type EffectOrigin, type EffectOutcome } from './effect-handler';

const RECORD = `
  INSERT INTO endorsements (holder_id, permit_id, case_id, endorsed_on, valid_until, residence_since, restored)
  SELECT holder_id, permit_id, $3, $4, $5, $6, $7 FROM permits WHERE holder_id = $1 AND permit_id = $2
  ON CONFLICT DO NOTHING RETURNING 1`;
const EXTEND = `
  UPDATE permits SET valid_until = $3, residence_since = $4, status = 'valid'
  WHERE holder_id = $1 AND permit_id = $2 AND status <> 'cancelled' AND valid_until < $3`;

/** One more year on a permit, once for each case; a suspended one is in force again. */
@Injectable()
export class EndorsePermitHandler extends EffectHandler<'endorsePermit'> {
  readonly type = 'endorsePermit';

  constructor(private readonly audit: Audit) {
    super();
  }

  async apply(tx: Tx, descriptor: DescriptorOf<'endorsePermit'>, { holderId, caseId }: EffectOrigin): Promise<EffectOutcome> {
    const { permitId, endorsedOn, validUntil, residenceSince, restored } = descriptor;
    const recorded = await queryIn(tx, RECORD, [holderId, permitId, caseId, endorsedOn, validUntil, residenceSince, restored]);
    if (recorded.length === 0) return { permitId };
    await queryIn(tx, EXTEND, [holderId, permitId, validUntil, residenceSince]);
    await this.audit.record(tx, {
      chain: `permit:${permitId}`, actor: { kind: 'system', id: 'effects' }, action: restored ? 'permit.restored' : 'permit.endorsed',
      subject: `permit:${permitId}`, details: { caseId, endorsedOn, validUntil },
    });
    return { permitId };
  }
}
