import { Global, Module } from '@nestjs/common';
import { AccessTokens } from './access-tokens';
import { FaceCheckClient } from './face-check.client';
import { MiniProgramClient } from './mini-program.client';
import { SubscribeMessageClient } from './subscribe-message.client';
import { TemplateMessageClient } from './template-message.client';
import { WechatHttp } from './wechat-http';

const CLIENTS = [AccessTokens, FaceCheckClient, MiniProgramClient, SubscribeMessageClient, TemplateMessageClient, WechatHttp];

/** WeChat's server API. */
@Global()
@Module({ providers: CLIENTS, exports: CLIENTS })
export class WechatModule {}
