import { Controller } from '@nestjs/common';
import { getConfig, type RouteOutput } from '@yuezheng/shared-types';
import { Config } from '../../config/config';
import { Clock } from '../clock/clock';
import { Endpoint } from './endpoint';

/** What a phone must know of its server before anything else. */
@Controller()
export class ConfigController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Endpoint(getConfig)
  get(): RouteOutput<typeof getConfig> {
    const { env } = this.config;
    return {
      ...(env.SANDBOX_URL && { sandboxUrl: '/sandbox' }),
      now: this.clock.now(),
      subscribeTemplates: [
        { id: env.WECHAT_SUBSCRIBE_ENDORSEMENT_DUE, title: '证件到期提醒' },
        { id: env.WECHAT_SUBSCRIBE_CASE_PROGRESS, title: '办理进度通知' },
        { id: env.WECHAT_SUBSCRIBE_SUPPLEMENT, title: '材料补正通知' },
      ],
    };
  }
}
