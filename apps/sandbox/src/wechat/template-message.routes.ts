import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import type { Person } from '../population/person';
import { own } from '../state/own';
import { disturbedBy } from '../switches/guard';
import { MINI_PROGRAM, OFFICIAL_ACCOUNT } from './credentials';
import type { WechatError } from './errors';
import { isWechatError, wechatError } from './errors';
import type { Followers } from './followers';
import { isPagePath } from './page-path';
import { labelledValues, wrongTemplateValue } from './template-values';
import { officialTemplateWithId } from './templates';
import type { AccessTokens } from './tokens';

const REPEAT_WINDOW_MS = 600_000;

const templateMessageRequest = z.object({
  touser: z.string(),
  template_id: z.string(),
  url: z.string().optional(),
  miniprogram: z.object({ appid: z.string(), pagepath: z.string().optional() }).optional(),
  client_msg_id: z.string().max(32).optional(),
  data: z.record(z.string(), z.object({ value: z.coerce.string() })),
});

type TemplateMessage = z.infer<typeof templateMessageRequest>;

/** POST /cgi-bin/message/template/send: messages of the official account. */
export const templateMessageRoutes = (
  app: FastifyInstance,
  { switches, population, inbox, store, clock }: Sandbox,
  tokens: AccessTokens,
  followers: Followers,
): void => {
  const sentBefore = ({ personId }: Person, clientMsgId: string | undefined): number | undefined =>
    own(store.state.wechatMessages, personId)?.find(
      (message) =>
        message.channel === 'template' &&
        clientMsgId !== undefined &&
        message.clientMsgId === clientMsgId &&
        clock.now() - message.at < REPEAT_WINDOW_MS,
    )?.msgid;

  const wrongTarget = ({ miniprogram }: TemplateMessage): WechatError | undefined => {
    if (miniprogram === undefined) return undefined;
    if (miniprogram.appid !== MINI_PROGRAM.appid) return wechatError(40013);
    const { pagepath } = miniprogram;
    return pagepath === undefined || isPagePath(pagepath) ? undefined : wechatError(40165);
  };

  const send = (message: TemplateMessage) => {
    const person = population.wechat.withOfficialOpenid(message.touser);
    if (person === undefined) return wechatError(40003);
    const template = officialTemplateWithId(message.template_id);
    if (template === undefined) return wechatError(40037);
    const wrongValue = wrongTemplateValue(template, message.data);
    if (wrongValue !== undefined) return wechatError(47003, wrongValue);
    const refused = wrongTarget(message);
    if (refused !== undefined) return refused;
    if (!followers.includes(person)) return wechatError(43004);
    const earlier = sentBefore(person, message.client_msg_id);
    if (earlier !== undefined) return { errcode: 0, errmsg: 'ok', msgid: earlier };
    const msgid = randomInt(2 ** 47);
    inbox.receiveWechat(person, {
      channel: 'template',
      title: template.title,
      fields: labelledValues(template, message.data),
      page: message.miniprogram?.pagepath,
      templateId: template.id,
      clientMsgId: message.client_msg_id,
      msgid,
    });
    return { errcode: 0, errmsg: 'ok', msgid };
  };

  app.post(
    '/cgi-bin/message/template/send',
    { preHandler: disturbedBy(switches, 'wechat-template-message') },
    (request) => {
      const client = tokens.appOf(queryValue(request, 'access_token'));
      if (isWechatError(client)) return client;
      if (client.appid !== OFFICIAL_ACCOUNT.appid) return wechatError(48001);
      const body = parsedBody(request, templateMessageRequest);
      return body === undefined ? wechatError(47001) : send(body);
    },
  );
};
