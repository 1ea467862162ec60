import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { OutsideHttp, type OutsideAnswer } from '../platform/outside/outside-http';
import { AccessTokens } from './access-tokens';

const Status = z.object({ errcode: z.number().default(0), errmsg: z.string().default('') });

/** What WeChat answered: its error code (0 is success) and the whole body for the caller's schema. */
export interface WechatAnswer {
  readonly errcode: number;
  readonly body: unknown;
}

const STALE_TOKEN = new Set([40001, 42001]);
/** WeChat is busy: as good as no answer. */
const BUSY = -1;

/** Calls of WeChat's server API. */
@Injectable()
export class WechatHttp {
  private readonly systems = new Map<string, OutsideHttp>();

  constructor(
    private readonly config: Config,
    private readonly tokens: AccessTokens,
  ) {}

  /** A call that carries the app's secret instead of a token. */
  async get(path: string, query: Readonly<Record<string, string>>): Promise<Result<WechatAnswer>> {
    return this.read(await this.systemOf(path).send({ method: 'GET', url: this.urlOf(path, query), repeatable: false }));
  }

  /**
   * A call with the app's access token; once more with a new one when WeChat says that it no longer holds.
   * @param body sent as JSON with POST; without one the call is a GET
   * @param repeatable whether a second call after a lost answer does no harm
   */
  async call(appid: string, path: string, options: { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown; readonly repeatable?: boolean } = {}): Promise<Result<WechatAnswer>> {
    for (let attempt = 1; ; attempt += 1) {
      const token = await this.tokens.get(appid);
      if (!token.ok) return token;
      const answer = this.read(await this.systemOf(path).send({
        method: options.body === undefined ? 'GET' : 'POST',
        url: this.urlOf(path, { ...options.query, access_token: token.value.value }),
        headers: { 'content-type': 'application/json' },
        body: options.body === undefined ? undefined : JSON.stringify(options.body),
        repeatable: options.repeatable ?? false,
      }));
      if (!answer.ok || !STALE_TOKEN.has(answer.value.errcode)) return answer;
      await this.tokens.discard(appid, token.value.value);
      if (attempt === 2) return refuse('outside-system-down');
    }
  }

  private read(answer: Result<OutsideAnswer>): Result<WechatAnswer> {
    if (!answer.ok) return answer;
    const status = Status.safeParse(answer.value.json);
    if (!status.success || status.data.errcode === BUSY) return refuse('outside-system-down');
    return ok({ errcode: status.data.errcode, body: answer.value.json });
  }

  private urlOf(path: string, query: Readonly<Record<string, string>>): string {
    return `${this.config.env.WECHAT_BASE_URL}${path}?${new URLSearchParams(query).toString()}`;
  }

  /** One breaker for each call: messages that fail must not stop people from logging in. */
  private systemOf(path: string): OutsideHttp {
    const known = this.systems.get(path);
    if (known) return known;
    const system = new OutsideHttp(`wechat${path}`);
    this.systems.set(path, system);
    return system;
  }
}
