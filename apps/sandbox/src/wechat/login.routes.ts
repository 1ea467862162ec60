import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import { disturbedBy } from '../switches/guard';
import { MINI_PROGRAM } from './credentials';
import { isWechatError, wechatError } from './errors';
import type { OneTimeCodes } from './one-time-codes';
import { authenticatedApp } from './token.routes';
import type { AccessTokens } from './tokens';

const phoneNumberRequest = z.object({ code: z.string() });

const sessionKeyFor = (openid: string, at: number): string =>
  createHash('sha256').update(`${openid}/${at}`).digest().subarray(0, 16).toString('base64');

/** GET /sns/jscode2session: who is logging in. A right answer has no errcode, as in the real one. */
export const loginRoutes = (app: FastifyInstance, sandbox: Sandbox, codes: OneTimeCodes): void => {
  const { switches, population, clock } = sandbox;
  app.get('/sns/jscode2session', { preHandler: disturbedBy(switches, 'wechat-login') }, (request) => {
    const client = authenticatedApp(
      [MINI_PROGRAM],
      queryValue(request, 'appid'),
      queryValue(request, 'secret'),
    );
    if (isWechatError(client)) return client;
    if (queryValue(request, 'grant_type') !== 'authorization_code') return wechatError(40002);
    const code = queryValue(request, 'js_code');
    if (code === '') return wechatError(41008);
    const redeemed = codes.redeem('login', code);
    if (redeemed === 'used') return wechatError(40163);
    const person = redeemed === 'invalid' ? undefined : population.withId(redeemed.personId);
    if (person === undefined) return wechatError(40029);
    const { openid, unionid } = population.wechat.userOf(person);
    return { openid, unionid, session_key: sessionKeyFor(openid, clock.now()) };
  });
};

/** POST /wxa/business/getuserphonenumber. */
export const phoneNumberRoutes = (
  app: FastifyInstance,
  { switches, population, clock }: Sandbox,
  tokens: AccessTokens,
  codes: OneTimeCodes,
): void => {
  app.post(
    '/wxa/business/getuserphonenumber',
    { preHandler: disturbedBy(switches, 'wechat-phone') },
    (request) => {
      const client = tokens.appOf(queryValue(request, 'access_token'));
      if (isWechatError(client)) return client;
      if (client.appid !== MINI_PROGRAM.appid) return wechatError(48001);
      const body = parsedBody(request, phoneNumberRequest);
      if (body === undefined) return wechatError(47001);
      const redeemed = codes.redeem('phone-number', body.code);
      const person = typeof redeemed === 'string' ? undefined : population.withId(redeemed.personId);
      if (person === undefined) return wechatError(40029);
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: person.phone,
          purePhoneNumber: person.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(clock.now() / 1_000), appid: MINI_PROGRAM.appid },
        },
      };
    },
  );
};
