import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { OutboxTask } from '../platform/outbox/outbox-task';

const DAY_MS = 86_400_000;

/** Forgets what no code can refer to any more. Uses are records of the holder’s history, and stay. */
@Injectable()
export class LivePassSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @OutboxTask('live-pass.sweep', { cron: '10 19 * * *' })
  async sweep(): Promise<void> {
    const daysAgo = (days: number): Date => new Date(this.clock.now() - days * DAY_MS);
    await this.database.query('DELETE FROM live_pass_challenges WHERE expires_at < $1', [daysAgo(1)]);
    await this.database.query('DELETE FROM live_pass_credentials WHERE expires_at < $1', [daysAgo(8)]);
    await this.database.query('DELETE FROM offline_uses WHERE taken_at < $1', [daysAgo(30)]);
  }
}
