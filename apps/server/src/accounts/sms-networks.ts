import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database } from '../platform/database/database';
import { networkOf } from '../platform/http/network-of';
import { DailyTask } from '../reminders/daily-task';

const HOUR_MS = 3_600_000;

const COUNT = `
  INSERT INTO sms_networks AS n (network, hour, sent_that_hour, sent_on, sent_that_day) VALUES ($1, $2, 1, $3, 1)
  ON CONFLICT (network) DO UPDATE SET
    hour = excluded.hour, sent_that_hour = CASE WHEN n.hour = excluded.hour THEN n.sent_that_hour + 1 ELSE 1 END,
    sent_on = excluded.sent_on, sent_that_day = CASE WHEN n.sent_on = excluded.sent_on THEN n.sent_that_day + 1 ELSE 1 END
  WHERE ($4 = 0 OR n.hour <> excluded.hour OR n.sent_that_hour < $4) AND ($5 = 0 OR n.sent_on <> excluded.sent_on OR n.sent_that_day < $5)
  RETURNING 1`;
const TAKE_BACK = 'UPDATE sms_networks SET sent_that_hour = sent_that_hour - 1, sent_that_day = sent_that_day - 1 WHERE network = $1 AND sent_that_hour > 0 AND sent_that_day > 0';

/** How many codes by SMS a network asks for, in an hour of the clock and on a day in Asia/Shanghai: going through numbers ends here. */
@Injectable()
export class SmsNetworks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
    private readonly config: Config,
  ) {}

  /** Counts a code. @returns false when the network has had its share: this one is not counted, and must not be sent */
  async count(ip: string): Promise<boolean> {
    const hour = new Date(Math.floor(this.clock.now() / HOUR_MS) * HOUR_MS);
    const { RATE_LIMIT_SMS_PER_HOUR: anHour, RATE_LIMIT_SMS_PER_DAY: aDay } = this.config.env;
    const counted = await this.database.query(COUNT, [this.hash(ip), hour, this.clock.today(), anHour, aDay]);
    return counted.length === 1;
  }

  /** A code that was counted did not go out. */
  async takeBack(ip: string): Promise<void> {
    await this.database.query(TAKE_BACK, [this.hash(ip)]);
  }

  @DailyTask('sms.forget-networks')
  async forget(today: LocalDate): Promise<void> {
    await this.database.query('DELETE FROM sms_networks WHERE sent_on < $1', [addDays(today, -1)]);
  }

  private hash(ip: string): Buffer {
    return this.keyedHash.of('sms-network', networkOf(ip));
  }
}
