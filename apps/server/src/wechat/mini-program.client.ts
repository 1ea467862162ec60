import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { WechatHttp } from './wechat-http';

export interface WechatUser {
  readonly openid: string;
  /** The same person in every app of this owner; absent where the apps are not bound together. */
  readonly unionid: string | undefined;
}

const Session = z.object({ openid: z.string().min(1), unionid: z.string().optional() });
const PhoneInfo = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.string() }) });
const BAD_CODE = new Set([40029, 40163, 41008]);

/** What the mini-program's own codes stand for: who logs in, and which phone number the person gave. */
@Injectable()
export class MiniProgramClient {
  constructor(
    private readonly config: Config,
    private readonly wechat: WechatHttp,
  ) {}

  /** `jscode2session`. A code lives five minutes and works once: else `login-code-invalid`. */
  async userOf(code: string): Promise<Result<WechatUser>> {
    const { WECHAT_APPID, WECHAT_SECRET } = this.config.env;
    const query = { appid: WECHAT_APPID, secret: WECHAT_SECRET, js_code: code, grant_type: 'authorization_code' };
    const answer = await this.wechat.get('/sns/jscode2session', query);
    if (!answer.ok) return answer;
    if (BAD_CODE.has(answer.value.errcode)) return refuse('login-code-invalid');
    const session = Session.safeParse(answer.value.body);
    return session.success ? ok({ openid: session.data.openid, unionid: session.data.unionid }) : refuse('outside-system-down');
  }

  /** `getuserphonenumber`: the mainland mobile number behind the code of a tap, which is not the log-in code. */
  async phoneOf(code: string): Promise<Result<string>> {
    const answer = await this.wechat.call(this.config.env.WECHAT_APPID, '/wxa/business/getuserphonenumber', { body: { code } });
    if (!answer.ok) return answer;
    if (BAD_CODE.has(answer.value.errcode)) return refuse('login-code-invalid');
    const info = PhoneInfo.safeParse(answer.value.body);
    return info.success ? ok(info.data.phone_info.purePhoneNumber) : refuse('outside-system-down');
  }
}
