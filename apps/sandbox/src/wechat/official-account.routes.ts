import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import type { Person } from '../population/person';
import { disturbedBy } from '../switches/guard';
import { OFFICIAL_ACCOUNT } from './credentials';
import type { WechatError } from './errors';
import { isWechatError, wechatError } from './errors';
import type { Followers } from './followers';
import type { AccessTokens } from './tokens';

const PAGE_SIZE = 10_000;
const BATCH_SIZE = 100;

const batchRequest = z.object({
  user_list: z
    .array(z.object({ openid: z.string() }))
    .min(1)
    .max(BATCH_SIZE),
});

/** GET /cgi-bin/user/get, GET /cgi-bin/user/info, POST /cgi-bin/user/info/batchget: followers and their unionids. */
export const officialAccountRoutes = (
  app: FastifyInstance,
  { switches, population }: Sandbox,
  tokens: AccessTokens,
  followers: Followers,
): void => {
  const preHandler = disturbedBy(switches, 'wechat-official-account');

  const refusal = (request: FastifyRequest): WechatError | undefined => {
    const client = tokens.appOf(queryValue(request, 'access_token'));
    if (isWechatError(client)) return client;
    return client.appid === OFFICIAL_ACCOUNT.appid ? undefined : wechatError(48001);
  };

  const infoOf = (person: Person) => {
    const { officialOpenid, unionid } = population.wechat.userOf(person);
    return followers.includes(person)
      ? {
          subscribe: 1,
          openid: officialOpenid,
          unionid,
          language: 'zh_CN',
          subscribe_scene: 'ADD_SCENE_QR_CODE',
        }
      : { subscribe: 0, openid: officialOpenid, unionid };
  };

  app.get('/cgi-bin/user/get', { preHandler }, (request) => {
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const openids = followers.all().map((person) => population.wechat.userOf(person).officialOpenid);
    const after = queryValue(request, 'next_openid');
    const start = after === '' ? 0 : openids.indexOf(after) + 1;
    const page = openids.slice(start, start + PAGE_SIZE);
    const answer = { total: openids.length, count: page.length, next_openid: page.at(-1) ?? '' };
    return page.length === 0 ? answer : { ...answer, data: { openid: page } };
  });

  app.get('/cgi-bin/user/info', { preHandler }, (request) => {
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const person = population.wechat.withOfficialOpenid(queryValue(request, 'openid'));
    return person === undefined ? wechatError(40003) : infoOf(person);
  });

  app.post('/cgi-bin/user/info/batchget', { preHandler }, (request) => {
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const body = parsedBody(request, batchRequest);
    if (body === undefined) return wechatError(47001);
    const people = body.user_list.map(({ openid }) => population.wechat.withOfficialOpenid(openid));
    const known = people.filter((person) => person !== undefined);
    return known.length < people.length ? wechatError(40003) : { user_info_list: known.map(infoOf) };
  });
};
