import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { templateData, type Delivery, type WechatMessage } from './message';
import { WechatHttp } from './wechat-http';

/** Subscribe messages of the mini-program (订阅消息): one for each time the person allowed that template. */
@Injectable()
export class SubscribeMessageClient {
  constructor(
    private readonly config: Config,
    private readonly wechat: WechatHttp,
  ) {}

  /** @returns how it went, or `outside-system-down` when WeChat gave no answer (it may then have been sent) */
  async send({ openid, templateId, values, page }: WechatMessage): Promise<Result<Delivery>> {
    const body = { touser: openid, template_id: templateId, page, data: templateData(values), miniprogram_state: 'formal', lang: 'zh_CN' };
    const answer = await this.wechat.call(this.config.env.WECHAT_APPID, '/cgi-bin/message/subscribe/send', { body });
    if (!answer.ok) return answer;
    return ok(answer.value.errcode === 0 ? { delivered: true } : { delivered: false, errcode: answer.value.errcode });
  }
}
