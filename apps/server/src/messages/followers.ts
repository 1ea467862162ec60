import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn } from '../platform/database/database';
import { WechatHttp } from '../wechat/wechat-http';

const Page = z.object({ data: z.object({ openid: z.array(z.string()) }).optional(), next_openid: z.string().default('') });
const People = z.object({ user_info_list: z.array(z.object({ subscribe: z.number(), openid: z.string(), unionid: z.string().optional() })) });

const BATCH = 100;
const READ_AGAIN_AFTER_MS = 60_000;

/**
 * Who follows the official account, by unionid: the openid of the mini-program means nothing there. WeChat has no
 * look-up by unionid, so the list is read when somebody unknown is to be told something, at most once a minute;
 * details are asked for of new followers only.
 */
@Injectable()
export class Followers {
  private reading: Promise<Result<undefined>> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wechat: WechatHttp,
  ) {}

  /** @returns the person's openid in the official account, nothing when they do not follow it, or `outside-system-down` */
  async openidOf(unionid: string): Promise<Result<string | undefined>> {
    const known = await this.known(unionid);
    if (known) return ok(known);
    this.reading ??= this.readWhenOld().finally(() => {
      this.reading = undefined;
    });
    const read = await this.reading;
    return read.ok ? ok(await this.known(unionid)) : read;
  }

  private get appid(): string {
    return this.config.env.WECHAT_OFFICIAL_APPID;
  }

  private async known(unionid: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ openid: string }>('SELECT openid FROM official_followers WHERE unionid = $1', [unionid]);
    return row?.openid;
  }

  /** Whoever comes while another server reads waits for its end, and then finds everybody. */
  private readWhenOld(): Promise<Result<undefined>> {
    return this.database.inTransaction(async (tx) => {
      await queryIn(tx, `INSERT INTO official_followers_read (app_id, read_at) VALUES ($1, 'epoch') ON CONFLICT DO NOTHING`, [this.appid]);
      const [last] = await queryIn<{ read_at: Date }>(tx, 'SELECT read_at FROM official_followers_read WHERE app_id = $1 FOR UPDATE', [this.appid]);
      const age = this.clock.now() - (last?.read_at.getTime() ?? 0);
      if (age >= 0 && age < READ_AGAIN_AFTER_MS) return ok(undefined);
      const read = await this.readAll();
      if (read.ok) await queryIn(tx, 'UPDATE official_followers_read SET read_at = $2 WHERE app_id = $1', [this.appid, this.clock.date()]);
      return read;
    });
  }

  private async readAll(): Promise<Result<undefined>> {
    for (let after = ''; ; ) {
      const answer = await this.wechat.call(this.appid, '/cgi-bin/user/get', { query: { next_openid: after }, repeatable: true });
      if (!answer.ok) return answer;
      const page = Page.safeParse(answer.value.body);
      if (answer.value.errcode !== 0 || !page.success) return refuse('outside-system-down');
      const openids = page.data.data?.openid ?? [];
      const fresh = await this.unknownOf(openids);
      for (let start = 0; start < fresh.length; start += BATCH) {
        const kept = await this.keep(fresh.slice(start, start + BATCH));
        if (!kept.ok) return kept;
      }
      if (openids.length === 0 || page.data.next_openid === '') return ok(undefined);
      after = page.data.next_openid;
    }
  }

  private async unknownOf(openids: readonly string[]): Promise<string[]> {
    const known = await this.database.query<{ openid: string }>('SELECT openid FROM official_followers WHERE openid = ANY ($1)', [openids]);
    const skipped = new Set(known.map(({ openid }) => openid));
    return openids.filter((openid) => !skipped.has(openid));
  }

  private async keep(openids: readonly string[]): Promise<Result<undefined>> {
    const body = { user_list: openids.map((openid) => ({ openid, lang: 'zh_CN' })) };
    const answer = await this.wechat.call(this.appid, '/cgi-bin/user/info/batchget', { body, repeatable: true });
    if (!answer.ok) return answer;
    const people = People.safeParse(answer.value.body);
    if (!people.success) return refuse('outside-system-down');
    const known = people.data.user_info_list.filter(({ subscribe, unionid }) => subscribe === 1 && unionid);
    await this.database.query(
      `INSERT INTO official_followers (unionid, openid) SELECT * FROM unnest($1::text[], $2::text[])
       ON CONFLICT (unionid) DO UPDATE SET openid = excluded.openid`,
      [known.map(({ unionid }) => unionid), known.map(({ openid }) => openid)],
    );
    return ok(undefined);
  }
}
