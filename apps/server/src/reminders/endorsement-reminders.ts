import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDay, type LocalDate } from '@yuezheng/shared-types';
import { Residents } from '../accounts/residents';
import { Notifier } from '../messages/notifier.service';
import { Audit } from '../platform/audit/audit';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { DailyTask } from './daily-task';
import { REMIND_WITHIN_DAYS, reminderKind, type ReminderKind } from './reminder-kind';
import { reminderContent } from './reminder-text';

interface DueRow {
  holderId: string;
  permitId: string;
  city: string;
  validUntil: LocalDate;
  status: 'valid' | 'suspended';
  createdAt: Date;
}

const BATCH = 500;

/** Whoever ends within a month or has ended, but for those whose last reminder of this cycle was sent; a newer permit of the same city takes a permit's place. */
const DUE = `
  SELECT holder_id AS "holderId", permit_id AS "permitId", city, valid_until::text AS "validUntil", status, created_at AS "createdAt" FROM permits p
  WHERE status <> 'cancelled' AND valid_until <= $1::date AND (valid_until, holder_id, permit_id) > ($2::date, $3::uuid, $4::uuid)
    AND NOT EXISTS (SELECT 1 FROM reminders_sent r WHERE r.holder_id = p.holder_id AND r.permit_id = p.permit_id AND r.cycle = p.valid_until AND r.kind = 'suspended')
    AND NOT EXISTS (SELECT 1 FROM permits n WHERE n.holder_id = p.holder_id AND n.city = p.city AND n.status <> 'cancelled' AND (n.issued_on, n.permit_id) > (p.issued_on, p.permit_id))
  ORDER BY valid_until, holder_id, permit_id LIMIT ${BATCH}`;
const CLAIM = `INSERT INTO reminders_sent (holder_id, permit_id, cycle, kind, sent_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`;
const SUSPEND = `UPDATE permits SET status = 'suspended' WHERE holder_id = $1 AND permit_id = $2 AND status = 'valid' AND valid_until = $3 RETURNING 1`;

/** Row A10: holders are told 30, 7 and 1 days before the end and when the permit is suspended, each once in a cycle. */
@Injectable()
export class EndorsementReminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly residents: Residents,
    private readonly notifier: Notifier,
  ) {}

  @DailyTask('permits.endorsement-reminders')
  async remind(today: LocalDate): Promise<void> {
    const until = addDays(today, REMIND_WITHIN_DAYS);
    let place: readonly string[] = ['0001-01-01', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const rows = await this.database.query<DueRow>(DUE, [until, ...place]);
      for (const row of rows) await this.remindOne(row, today);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      place = [last.validUntil, last.holderId, last.permitId];
    }
  }

  private async remindOne(permit: DueRow, today: LocalDate): Promise<void> {
    const kind = reminderKind(permit.validUntil, today);
    if (!kind) return;
    const holder = await this.residents.find(permit.holderId);
    if (!holder) return;
    // A ward has no account: the guardians are told, each in a transaction of their own, and all before it is marked as sent.
    const recipients = [permit.holderId, ...(await this.residents.guardiansOf(permit.holderId))];
    if (!this.wasOverBefore(permit)) {
      for (const recipientId of recipients.slice(1)) {
        await this.database.inTransaction((tx) => this.tell(tx, permit, holder.name, kind, recipientId, today));
      }
    }
    await this.database.inTransaction(async (tx) => {
      if (kind === 'suspended') await this.suspend(tx, permit);
      const claimed = await queryIn(tx, CLAIM, [permit.holderId, permit.permitId, permit.validUntil, kind, this.clock.date()]);
      if (claimed.length === 1 && !this.wasOverBefore(permit)) await this.tell(tx, permit, holder.name, kind, permit.holderId, today);
    });
  }

  private tell(tx: Tx, permit: DueRow, holderName: string, kind: ReminderKind, recipientId: string, today: LocalDate): Promise<boolean> {
    const content = reminderContent({ ...permit, holderName }, kind, recipientId, today);
    return this.notifier.notify(tx, { residentId: recipientId, dedupeKey: `endorsement:${permit.permitId}:${permit.validUntil}:${kind}`, ...content });
  }

  /** A permit that was suspended long before it came to us is no news: its holder saw so when adding it. */
  private wasOverBefore(permit: DueRow): boolean {
    return permit.validUntil < shanghaiDay(permit.createdAt.getTime());
  }

  private async suspend(tx: Tx, { holderId, permitId, validUntil }: DueRow): Promise<void> {
    const changed = await queryIn(tx, SUSPEND, [holderId, permitId, validUntil]);
    if (changed.length === 0) return;
    await this.audit.record(tx, { chain: `permit:${permitId}`, actor: { kind: 'system', id: 'reminders' }, action: 'permit.suspended', subject: `permit:${permitId}`, details: { validUntil } });
  }
}
