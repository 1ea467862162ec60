import { Injectable } from '@nestjs/common';
import WechatApi from 'wechat-api';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { AccessTokens } from './access-tokens';
import { templateData, type Delivery, type WechatMessage } from './message';

const TIMEOUT_MS = 5000;
const STALE_TOKEN = new Set([40001, 42001]);
const BUSY = -1;

/** The token was not to be had; carries the refusal through wechat-api's callbacks. */
class NoToken extends Error {}

/** Template messages of the official account (服务号模板消息), by `wechat-api` with tokens from our store. */
@Injectable()
export class TemplateMessageClient {
  private readonly api: WechatApi;
  private readonly appid: string;

  constructor(
    private readonly config: Config,
    private readonly tokens: AccessTokens,
  ) {
    const { WECHAT_OFFICIAL_APPID, WECHAT_OFFICIAL_SECRET, WECHAT_BASE_URL } = config.env;
    this.appid = WECHAT_OFFICIAL_APPID;
    this.api = new WechatApi(
      this.appid,
      WECHAT_OFFICIAL_SECRET,
      (callback) => void this.currentToken().then((token) => callback(null, token), (error: Error) => callback(error)),
      (_token, callback) => callback(new Error('the store alone fetches tokens')),
    );
    // `setEndpoint` forces https on a bare domain, so it cannot reach a stand-in.
    this.api.endpoint = WECHAT_BASE_URL;
    this.api.setOpts({ timeout: TIMEOUT_MS });
  }

  /**
   * @param message `openid` is the follower's in the official account, not the mini-program's
   * @returns how it went, or `outside-system-down` when WeChat gave no answer (it may then have been sent)
   */
  async send(message: WechatMessage): Promise<Result<Delivery>> {
    const first = await this.attempt(message);
    if (!first.ok || first.value.delivered || !STALE_TOKEN.has(first.value.errcode)) return first;
    const token = await this.tokens.get(this.appid);
    if (token.ok) await this.tokens.discard(this.appid, token.value.value);
    return this.attempt(message);
  }

  private attempt({ openid, templateId, values, page }: WechatMessage): Promise<Result<Delivery>> {
    const destination = { miniprogram: { appid: this.config.env.WECHAT_APPID, pagepath: page } };
    return new Promise((resolve) => {
      this.api.sendTemplate(openid, templateId, destination, templateData(values), (error) => {
        if (!error) resolve(ok({ delivered: true }));
        else if (typeof error.code === 'number' && error.code !== BUSY) resolve(ok({ delivered: false, errcode: error.code }));
        else resolve(refuse('outside-system-down'));
      });
    });
  }

  /** The library judges by the machine's clock; the store has judged by ours already, so the token counts as fresh. */
  private async currentToken(): Promise<WechatApi.Token> {
    const token = await this.tokens.get(this.appid);
    if (!token.ok) throw new NoToken();
    return { accessToken: token.value.value, expireTime: Date.now() + 60_000 };
  }
}
