import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type ErrorCode, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database } from '../platform/database/database';
import { SmsClient } from '../sms/sms.client';
import { Accounts } from './accounts';
import { SmsNetworks } from './sms-networks';

const LIFETIME_MINUTES = 5;
const MAX_TRIES = 5;
export const RESEND_AFTER_SECONDS = 60;

/** Codes that one number gets on a day in Asia/Shanghai: nobody's telephone is filled, and no bill, by asking again and again. */
export const MAX_A_DAY = 10;

const STORE = `
  INSERT INTO sms_codes AS c (phone_index, code_hash, sent_at, expires_at, tries, sent_on, sent_that_day) VALUES ($1, $2, $3, $4, 0, $5, 1)
  ON CONFLICT (phone_index) DO UPDATE SET
    code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0, sent_on = excluded.sent_on,
    sent_that_day = CASE WHEN c.sent_on = excluded.sent_on THEN c.sent_that_day + 1 ELSE 1 END
  WHERE abs(extract(epoch FROM excluded.sent_at - c.sent_at)) >= ${RESEND_AFTER_SECONDS}
    AND (c.sent_on IS DISTINCT FROM excluded.sent_on OR c.sent_that_day < ${MAX_A_DAY})
  RETURNING phone_index`;
const USED_UP = `SELECT 1 FROM sms_codes WHERE phone_index = $1 AND sent_on = $2 AND sent_that_day >= ${MAX_A_DAY}`;
/** What did not go out neither counts nor makes anybody wait. */
const TAKE_BACK = `
  UPDATE sms_codes SET code_hash = NULL, sent_at = sent_at - interval '${RESEND_AFTER_SECONDS} seconds', sent_that_day = sent_that_day - 1
  WHERE phone_index = $1 AND code_hash = $2`;

/** Six-digit codes by SMS: five minutes, five tries, once a minute and ten times a day for each number, so many for each network; only their keyed hash is kept. */
@Injectable()
export class SmsCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
    private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly sms: SmsClient,
    private readonly networks: SmsNetworks,
  ) {}

  /**
   * Sends a code, or refuses: `too-many-requests` when the network of `ip` asked for many, `sms-too-often` or
   * `sms-daily-limit` for the number's own limits, `outside-system-down`.
   */
  async send(phone: string, ip: string): Promise<Result<undefined>> {
    if (!(await this.networks.count(ip))) return refuse('too-many-requests');
    const sent = await this.sendTo(phone);
    if (!sent.ok) await this.networks.takeBack(ip);
    return sent;
  }

  /** Uses up one try, and the code when it is right. */
  async redeem(phone: string, code: string): Promise<Result<undefined>> {
    const index = this.accounts.phoneIndex(phone);
    const [row] = await this.database.query<{ code_hash: Buffer }>(
      `UPDATE sms_codes SET tries = tries + 1 WHERE phone_index = $1 AND code_hash IS NOT NULL AND expires_at > $2 AND tries < ${MAX_TRIES} RETURNING code_hash`,
      [index, this.clock.date()],
    );
    const given = this.hash(phone, code);
    if (!row || !timingSafeEqual(row.code_hash, given)) return refuse('sms-code-invalid');
    const used = await this.database.query('UPDATE sms_codes SET code_hash = NULL WHERE phone_index = $1 AND code_hash = $2 RETURNING phone_index', [index, given]);
    return used.length === 1 ? ok(undefined) : refuse('sms-code-invalid');
  }

  private async sendTo(phone: string): Promise<Result<undefined>> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const index = this.accounts.phoneIndex(phone);
    const hash = this.hash(phone, code);
    const [now, today] = [this.clock.now(), this.clock.today()];
    const stored = await this.database.query(STORE, [index, hash, new Date(now), new Date(now + LIFETIME_MINUTES * 60_000), today]);
    if (stored.length === 0) return refuse((await this.database.query(USED_UP, [index, today])).length === 1 ? 'sms-daily-limit' : 'sms-too-often');
    const sent = await this.sms.send({ phone, templateId: this.config.env.SMS_TEMPLATE_CODE, parameters: [code, String(LIFETIME_MINUTES)] });
    if (sent.ok && sent.value.delivered) return ok(undefined);
    await this.database.query(TAKE_BACK, [index, hash]);
    return sent.ok && !sent.value.delivered ? refuse(refusalOf(sent.value.code)) : refuse('outside-system-down');
  }

  private hash(phone: string, code: string): Buffer {
    return this.keyedHash.of('sms-code', `${phone}:${code}`);
  }
}

/** What a person is told of the provider's own limits (SendSms, error codes `LimitExceeded.*`). */
const refusalOf = (code: string): ErrorCode => {
  if (!code.startsWith('LimitExceeded')) return 'outside-system-down';
  return code.endsWith('DailyLimit') ? 'sms-daily-limit' : 'sms-too-often';
};
