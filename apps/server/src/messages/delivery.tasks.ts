import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { Outbox } from '../platform/outbox/outbox';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { openContent } from './content';
import { CHANNELS, isOurFault, MOST_ATTEMPTS, type Outcome } from './delivery';
import { Senders } from './senders';

export const DELIVER_TASK = 'messages.deliver';

const Job = z.object({ holderId: z.uuid(), messageId: z.uuid(), channel: z.enum(CHANNELS) });
type Job = z.infer<typeof Job>;

const BEGIN = `
  UPDATE message_deliveries d SET attempts = attempts + 1, updated_at = $4 FROM messages m
  WHERE d.holder_id = $1 AND d.message_id = $2 AND d.channel = $3 AND d.state = 'pending' AND m.holder_id = $1 AND m.message_id = $2
  RETURNING d.attempts, m.content, m.page`;
const SETTLE = `UPDATE message_deliveries SET state = $4, code = $5, updated_at = $6 WHERE holder_id = $1 AND message_id = $2 AND channel = $3`;
const WECHAT_OPEN = `SELECT 1 FROM message_deliveries WHERE holder_id = $1 AND message_id = $2 AND channel <> 'sms' AND state IN ('pending', 'delivered')`;
const PLAN_SMS = `
  INSERT INTO message_deliveries (holder_id, message_id, channel, state, attempts, updated_at) VALUES ($1, $2, 'sms', 'pending', 0, $3)
  ON CONFLICT DO NOTHING RETURNING 1`;

/** Takes messages out of the app, one job for each channel. */
@Injectable()
export class DeliveryTasks {
  private readonly log = new Logger('messages');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly senders: Senders,
  ) {}

  @OutboxTask(DELIVER_TASK)
  async deliver(payload: unknown): Promise<void> {
    const job = Job.parse(payload);
    const { holderId, messageId, channel } = job;
    const [begun] = await this.database.query<{ attempts: number; content: Buffer; page: string | null }>(BEGIN, [holderId, messageId, channel, this.clock.date()]);
    if (!begun) return;
    const { template } = openContent(this.cipher, holderId, begun.content);
    const outcome: Outcome = template ? await this.senders.send(channel, { holderId, template, page: begun.page ?? undefined }) : { kind: 'refused', code: 'no-template' };
    if (outcome.kind === 'unanswered' && begun.attempts < MOST_ATTEMPTS) throw new Error(`no answer on the way ${channel}`);
    if (outcome.kind === 'refused' && isOurFault(outcome.code)) this.log.error({ channel, code: outcome.code, messageId }, 'message refused');
    await this.database.inTransaction((tx) => this.settle(tx, job, outcome));
  }

  private async settle(tx: Tx, { holderId, messageId, channel }: Job, outcome: Outcome): Promise<void> {
    // Both ways through WeChat may end at the same moment: the second one must see how the first one ended.
    await queryIn(tx, 'SELECT 1 FROM messages WHERE holder_id = $1 AND message_id = $2 FOR UPDATE', [holderId, messageId]);
    const state = outcome.kind === 'unanswered' ? 'failed' : outcome.kind;
    await queryIn(tx, SETTLE, [holderId, messageId, channel, state, outcome.kind === 'refused' ? outcome.code : null, this.clock.date()]);
    if (channel === 'sms' || (await queryIn(tx, WECHAT_OPEN, [holderId, messageId])).length > 0) return;
    const planned = await queryIn(tx, PLAN_SMS, [holderId, messageId, this.clock.date()]);
    if (planned.length === 1) await this.outbox.add(tx, DELIVER_TASK, { holderId, messageId, channel: 'sms' });
  }
}
