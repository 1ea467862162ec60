import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn } from '../platform/database/database';
import { OutsideHttp } from '../platform/outside/outside-http';

export interface WechatApp {
  readonly appid: string;
  readonly secret: string;
}

export interface AccessToken {
  readonly value: string;
  /** Milliseconds since 1970, some time before WeChat's own end. */
  readonly expiresAt: number;
}

const Issued = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const MARGIN_MS = 60_000;

interface TokenRow {
  token: Buffer | null;
  expires_at: Date;
}

/**
 * Access tokens of WeChat apps, kept encrypted in the database for all servers. However many ask at once, one fetches:
 * within a process by sharing the promise, between processes by the lock on the token's row.
 */
@Injectable()
export class AccessTokens {
  private readonly http = new OutsideHttp('wechat-token');
  private readonly underWay = new Map<string, Promise<Result<AccessToken>>>();
  private readonly apps: readonly WechatApp[];

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {
    const { env } = config;
    this.apps = [
      { appid: env.WECHAT_APPID, secret: env.WECHAT_SECRET },
      { appid: env.WECHAT_OFFICIAL_APPID, secret: env.WECHAT_OFFICIAL_SECRET },
    ];
  }

  /** @returns a token that holds now, or `outside-system-down` */
  get(appid: string): Promise<Result<AccessToken>> {
    const sharing = this.underWay.get(appid);
    if (sharing) return sharing;
    const fetching = this.keptOrFetched(appid).finally(() => this.underWay.delete(appid));
    this.underWay.set(appid, fetching);
    return fetching;
  }

  /** Forgets `bad`, which WeChat refused (40001, 42001), unless another token has taken its place. */
  async discard(appid: string, bad: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [row] = await queryIn<TokenRow>(tx, 'SELECT token, expires_at FROM access_tokens WHERE app_id = $1 FOR UPDATE', [appid]);
      if (!row?.token || this.cipher.open(contextOf(appid), row.token) !== bad) return;
      await queryIn(tx, 'UPDATE access_tokens SET token = NULL WHERE app_id = $1', [appid]);
    });
  }

  private async keptOrFetched(appid: string): Promise<Result<AccessToken>> {
    const [row] = await this.database.query<TokenRow>('SELECT token, expires_at FROM access_tokens WHERE app_id = $1', [appid]);
    return this.usable(appid, row) ?? this.fetchAlone(appid);
  }

  private fetchAlone(appid: string): Promise<Result<AccessToken>> {
    return this.database.inTransaction(async (tx) => {
      await queryIn(tx, `INSERT INTO access_tokens (app_id, expires_at) VALUES ($1, 'epoch') ON CONFLICT DO NOTHING`, [appid]);
      const [row] = await queryIn<TokenRow>(tx, 'SELECT token, expires_at FROM access_tokens WHERE app_id = $1 FOR UPDATE', [appid]);
      const kept = this.usable(appid, row);
      if (kept) return kept;
      const fetched = await this.fetch(appid, row?.token === null);
      if (!fetched.ok) return fetched;
      const { value, expiresAt } = fetched.value;
      await queryIn(tx, 'UPDATE access_tokens SET token = $2, expires_at = $3 WHERE app_id = $1', [appid, this.cipher.seal(contextOf(appid), value), new Date(expiresAt)]);
      return fetched;
    });
  }

  private usable(appid: string, row: TokenRow | undefined): Result<AccessToken> | undefined {
    if (!row?.token || row.expires_at.getTime() <= this.clock.now()) return undefined;
    return ok({ value: this.cipher.open(contextOf(appid), row.token), expiresAt: row.expires_at.getTime() });
  }

  /** @param force the token that WeChat would repeat was refused by it */
  private async fetch(appid: string, force: boolean): Promise<Result<AccessToken>> {
    const secret = this.apps.find((app) => app.appid === appid)?.secret;
    if (secret === undefined) throw new Error('no such WeChat app is configured');
    const answer = await this.http.send({
      method: 'POST',
      url: `${this.config.env.WECHAT_BASE_URL}/cgi-bin/stable_token`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: force }),
      repeatable: true,
    });
    if (!answer.ok) return answer;
    const issued = Issued.safeParse(answer.value.json);
    if (!issued.success) return refuse('outside-system-down');
    return ok({ value: issued.data.access_token, expiresAt: this.clock.now() + Math.max(0, issued.data.expires_in * 1000 - MARGIN_MS) });
  }
}

const contextOf = (appid: string) => ({ field: 'access_tokens.token', owner: appid });
