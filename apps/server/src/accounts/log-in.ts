import { Injectable } from '@nestjs/common';
import { ok, type loginWithWechat, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { MiniProgramClient } from '../wechat/mini-program.client';
import { Accounts } from './accounts';
import { MeView } from './me';
import { Sessions, type NewSession } from './sessions';
import { SmsCodes } from './sms-codes';

type LoggedIn = RouteOutput<typeof loginWithWechat>;

/** Residents' log-in: by WeChat's code, or by SMS in a browser. */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly smsCodes: SmsCodes,
    private readonly miniProgram: MiniProgramClient,
    private readonly me: MeView,
  ) {}

  async withWechat(code: string): Promise<Result<LoggedIn>> {
    const user = await this.miniProgram.userOf(code);
    return user.ok ? this.open((tx) => this.accounts.ofWechat(tx, user.value)) : user;
  }

  async withSms(phone: string, code: string): Promise<Result<LoggedIn>> {
    const redeemed = await this.smsCodes.redeem(phone, code);
    return redeemed.ok ? this.open((tx) => this.accounts.ofPhone(tx, phone)) : redeemed;
  }

  private async open(accountOf: (tx: Tx) => Promise<string>): Promise<Result<LoggedIn>> {
    const { session, residentId } = await this.database.inTransaction(async (tx): Promise<{ session: NewSession; residentId: string | undefined }> => {
      const accountId = await accountOf(tx);
      const [account] = await queryIn<{ resident_id: string | null }>(tx, 'SELECT resident_id FROM accounts WHERE account_id = $1', [accountId]);
      return { session: await this.sessions.openResident(tx, accountId), residentId: account?.resident_id ?? undefined };
    });
    return ok({ token: session.token, expiresAt: session.expiresAt.toISOString(), me: await this.me.of(residentId) });
  }
}
