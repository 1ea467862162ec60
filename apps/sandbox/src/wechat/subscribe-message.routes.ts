import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import { disturbedBy } from '../switches/guard';
import { MINI_PROGRAM } from './credentials';
import { isWechatError, wechatError } from './errors';
import { isPagePath } from './page-path';
import type { Subscriptions } from './subscriptions';
import { labelledValues, wrongTemplateValue } from './template-values';
import { subscribeTemplateWithId } from './templates';
import type { AccessTokens } from './tokens';

const subscribeMessageRequest = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']).optional(),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
});

type SubscribeMessage = z.infer<typeof subscribeMessageRequest>;

/** POST /cgi-bin/message/subscribe/send: messages of the mini-program, to those who accepted them. */
export const subscribeMessageRoutes = (
  app: FastifyInstance,
  { switches, population, inbox }: Sandbox,
  tokens: AccessTokens,
  subscriptions: Subscriptions,
): void => {
  const send = (message: SubscribeMessage) => {
    const person = population.wechat.withOpenid(message.touser);
    if (person === undefined) return wechatError(40003);
    const template = subscribeTemplateWithId(message.template_id);
    if (template === undefined) return wechatError(40037);
    if (message.page !== undefined && !isPagePath(message.page)) return wechatError(41030);
    const wrongValue = wrongTemplateValue(template, message.data);
    if (wrongValue !== undefined) return wechatError(47003, wrongValue);
    if (subscriptions.answerOf(person, template.id) !== 'accept') return wechatError(43101);
    inbox.receiveWechat(person, {
      channel: 'subscribe',
      title: template.title,
      fields: labelledValues(template, message.data),
      page: message.page,
      templateId: template.id,
    });
    return { errcode: 0, errmsg: 'ok' };
  };

  const preHandler = disturbedBy(switches, 'wechat-subscribe-message');
  app.post('/cgi-bin/message/subscribe/send', { preHandler }, (request) => {
    const client = tokens.appOf(queryValue(request, 'access_token'));
    if (isWechatError(client)) return client;
    if (client.appid !== MINI_PROGRAM.appid) return wechatError(48001);
    const body = parsedBody(request, subscribeMessageRequest);
    return body === undefined ? wechatError(47001) : send(body);
  });
};
