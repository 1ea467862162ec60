import { Injectable } from '@nestjs/common';
import type { EffectDescriptor } from '@yuezheng/case-engine';
import { SealedJson } from '../platform/crypto/sealed-json';
import { queryIn, type Tx } from '../platform/database/database';
import { Outbox } from '../platform/outbox/outbox';

/** The job that applies one effect of one case. */
export const APPLY_EFFECT = 'cases.apply-effect';
export const DESCRIPTOR_FIELD = 'case_effects.descriptor';

const PLAN = {
  name: 'case-effects-plan',
  text: 'INSERT INTO case_effects (holder_id, case_id, index, type, descriptor) VALUES ($1, $2, $3, $4, $5)',
};

/** Writes down what an approval brings about; each effect becomes a job of its own when the transaction commits. */
@Injectable()
export class EffectQueue {
  constructor(
    private readonly sealed: SealedJson,
    private readonly outbox: Outbox,
  ) {}

  async plan(tx: Tx, { holderId, caseId }: { readonly holderId: string; readonly caseId: string }, descriptors: readonly EffectDescriptor[]): Promise<void> {
    for (const [index, descriptor] of descriptors.entries()) {
      await queryIn(tx, PLAN, [holderId, caseId, index, descriptor.type, this.sealed.seal(DESCRIPTOR_FIELD, holderId, descriptor)]);
      await this.outbox.add(tx, APPLY_EFFECT, { holderId, caseId, index });
    }
  }
}
