import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import type { WechatUser } from '../wechat/mini-program.client';

/** Log-in identities: a WeChat user, a phone number, or both. They exist before the real name is known. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** The account of a WeChat user, made at the first log-in. */
  async ofWechat(tx: Tx, { openid, unionid }: WechatUser): Promise<string> {
    const rows = await queryIn<{ account_id: string }>(
      tx,
      `INSERT INTO wechat_bindings AS w (openid, account_id, unionid, bound_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (openid) DO UPDATE SET unionid = coalesce(excluded.unionid, w.unionid) RETURNING account_id`,
      [openid, newId(), unionid ?? null, this.clock.date()],
    );
    return this.ensure(tx, rows);
  }

  /** The account of a phone number that was proven by an SMS code, made at the first log-in. */
  async ofPhone(tx: Tx, phone: string): Promise<string> {
    const rows = await queryIn<{ account_id: string }>(
      tx,
      `INSERT INTO phone_bindings AS p (phone_index, account_id, bound_at) VALUES ($1, $2, $3)
       ON CONFLICT (phone_index) DO UPDATE SET account_id = p.account_id RETURNING account_id`,
      [this.phoneIndex(phone), newId(), this.clock.date()],
    );
    return this.ensure(tx, rows);
  }

  /** Lets the owner of a proven phone number log in to this account by SMS too, unless that number belongs to a verified one. */
  async bindPhone(tx: Tx, accountId: string, phone: string): Promise<void> {
    await queryIn(
      tx,
      `INSERT INTO phone_bindings AS p (phone_index, account_id, bound_at) VALUES ($1, $2, $3)
       ON CONFLICT (phone_index) DO UPDATE SET account_id = excluded.account_id, bound_at = excluded.bound_at
       WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = p.account_id AND a.resident_id IS NOT NULL)`,
      [this.phoneIndex(phone), accountId, this.clock.date()],
    );
  }

  async openidOf(accountId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ openid: string }>('SELECT openid FROM wechat_bindings WHERE account_id = $1', [accountId]);
    return row?.openid;
  }

  phoneIndex(phone: string): Buffer {
    return this.keyedHash.of('phone', phone);
  }

  private async ensure(tx: Tx, rows: readonly { account_id: string }[]): Promise<string> {
    const accountId = rows[0]?.account_id;
    if (!accountId) throw new Error('an upsert returned no row');
    await queryIn(tx, 'INSERT INTO accounts (account_id, created_at) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING', [accountId, this.clock.date()]);
    return accountId;
  }
}
