import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Database, queryIn, type Tx } from '../platform/database/database';

const MOST_KEPT = 20;

/** How often each account still allows a subscribe message of each template: one message for every 允许 in WeChat's dialogue. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Counts one more for each template that is ours; others are passed over. */
  async allow(accountId: string, templateIds: readonly string[]): Promise<void> {
    const { WECHAT_SUBSCRIBE_ENDORSEMENT_DUE, WECHAT_SUBSCRIBE_CASE_PROGRESS, WECHAT_SUBSCRIBE_SUPPLEMENT } = this.config.env;
    const ours = [WECHAT_SUBSCRIBE_ENDORSEMENT_DUE, WECHAT_SUBSCRIBE_CASE_PROGRESS, WECHAT_SUBSCRIBE_SUPPLEMENT];
    const known = ours.filter((id) => templateIds.includes(id));
    await this.database.query(
      `INSERT INTO subscriptions AS s (account_id, template_id, remaining) SELECT $1, id, 1 FROM unnest($2::text[]) id
       ON CONFLICT (account_id, template_id) DO UPDATE SET remaining = least(s.remaining + 1, ${MOST_KEPT})`,
      [accountId, known],
    );
  }

  /** Takes one permission; false when there is none left. */
  async take(tx: Tx, accountId: string, templateId: string): Promise<boolean> {
    const rows = await queryIn(tx, 'UPDATE subscriptions SET remaining = remaining - 1 WHERE account_id = $1 AND template_id = $2 AND remaining > 0 RETURNING remaining', [accountId, templateId]);
    return rows.length === 1;
  }
}
