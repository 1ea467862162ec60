import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EffectDescriptor } from '@yuezheng/case-engine';
import { z } from 'zod';
import { SealedJson } from '../platform/crypto/sealed-json';
import { Database, queryIn } from '../platform/database/database';
import { Clock } from '../platform/clock/clock';
import { withoutValues } from '../platform/logging/without-values';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { EFFECT_HANDLERS, type EffectHandler } from './effect-handler';
import { APPLY_EFFECT, DESCRIPTOR_FIELD } from './effect-queue';

const Payload = z.object({ holderId: z.uuid(), caseId: z.uuid(), index: z.int() });

// Taking the effect and marking it are one statement: of two runs at once, the second waits and then finds nothing to take.
const TAKE = {
  name: 'case-effects-take',
  text: `UPDATE case_effects SET applied_at = $4 WHERE holder_id = $1 AND case_id = $2 AND index = $3 AND applied_at IS NULL RETURNING descriptor`,
};
const WAITING = {
  name: 'case-effects-waiting',
  text: 'SELECT index FROM case_effects WHERE holder_id = $1 AND case_id = $2 AND applied_at IS NULL ORDER BY index',
};
const APPLICANT = { name: 'case-effects-applicant', text: 'SELECT applicant_id FROM cases WHERE holder_id = $1 AND case_id = $2' };
const LINK = { name: 'case-effects-link', text: 'UPDATE cases SET permit_id = $3 WHERE holder_id = $1 AND case_id = $2' };

/** Applies the effects of approvals: each once, however often its job runs or a process dies. */
@Injectable()
export class EffectDispatcher {
  private readonly log = new Logger('effects');
  private readonly handlers: ReadonlyMap<string, EffectHandler>;

  constructor(
    @Inject(EFFECT_HANDLERS) handlers: readonly EffectHandler[],
    private readonly database: Database,
    private readonly sealed: SealedJson,
    private readonly clock: Clock,
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.type, handler]));
    if (this.handlers.size !== handlers.length) throw new Error('an effect type has two handlers');
  }

  @OutboxTask(APPLY_EFFECT)
  async apply(payload: unknown): Promise<void> {
    const { holderId, caseId, index } = Payload.parse(payload);
    await this.database.inTransaction(async (tx) => {
      const [taken] = await queryIn<{ descriptor: Buffer }>(tx, TAKE, [holderId, caseId, index, this.clock.date()]);
      if (!taken) return;
      const descriptor = this.sealed.open<EffectDescriptor>(DESCRIPTOR_FIELD, holderId, taken.descriptor);
      const [row] = await queryIn<{ applicant_id: string }>(tx, APPLICANT, [holderId, caseId]);
      if (!row) throw new Error(`effect of a case that is not there: ${caseId}`);
      const { permitId } = await this.handlerOf(descriptor).apply(tx, descriptor, { holderId, caseId, applicantId: row.applicant_id });
      if (permitId !== undefined) await queryIn(tx, LINK, [holderId, caseId, permitId]);
    });
  }

  /** Does at once what a case's approval brings about, so that the answer finds it done. What fails is left to its job. */
  async applyNow(holderId: string, caseId: string): Promise<void> {
    for (const { index } of await this.database.prepared<{ index: number }>(WAITING, [holderId, caseId])) {
      await this.apply({ holderId, caseId, index }).catch((error: unknown) => this.log.warn({ err: withoutValues(error) }, 'an effect waits for its job'));
    }
  }

  private handlerOf({ type }: EffectDescriptor): EffectHandler {
    const handler = this.handlers.get(type);
    if (!handler) throw new Error(`no handler for effect ${type}`);
    return handler;
  }
}
