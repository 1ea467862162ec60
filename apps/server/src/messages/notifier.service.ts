import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { Outbox } from '../platform/outbox/outbox';
import { sealContent } from './content';
import { WECHAT_CHANNELS } from './delivery';
import { DELIVER_TASK } from './delivery.tasks';
import type { Notice } from './notice';

const INSERT = {
  name: 'messages-insert',
  text: `INSERT INTO messages (holder_id, message_id, dedupe_key, kind, content, page, verb, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (holder_id, dedupe_key) DO NOTHING RETURNING message_id`,
};
const PLAN = {
  name: 'deliveries-plan',
  text: `INSERT INTO message_deliveries (holder_id, message_id, channel, state, attempts, updated_at) VALUES ($1, $2, $3, 'pending', 0, $4)`,
};

/** Tells residents something: in the inbox at once, and outside the app after the commit. */
@Injectable()
export class Notifier {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Leaves the message in the resident's inbox, in the caller's transaction.
   * @returns whether it is new; a notice whose key is known already changes nothing
   */
  async notify(tx: Tx, notice: Notice): Promise<boolean> {
    const { residentId, dedupeKey, kind, title, text, template } = notice;
    const messageId = newId();
    const content = sealContent(this.cipher, residentId, { title, text, template });
    const stored = await queryIn(tx, INSERT, [residentId, messageId, dedupeKey, kind, content, notice.page ?? null, notice.verb ?? null, this.clock.date()]);
    if (stored.length === 0) return false;
    if (template) {
      for (const channel of WECHAT_CHANNELS) {
        await queryIn(tx, PLAN, [residentId, messageId, channel, this.clock.date()]);
        await this.outbox.add(tx, DELIVER_TASK, { holderId: residentId, messageId, channel });
      }
    }
    return true;
  }
}
