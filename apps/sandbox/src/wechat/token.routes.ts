import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import { disturbedBy } from '../switches/guard';
import type { WechatApp } from './credentials';
import { WECHAT_APPS } from './credentials';
import type { WechatError } from './errors';
import { isWechatError, wechatError } from './errors';
import type { AccessTokens } from './tokens';

const stableTokenRequest = z.object({
  grant_type: z.string().default(''),
  appid: z.string().default(''),
  secret: z.string().default(''),
  force_refresh: z.boolean().default(false),
});

/** The app with that id and secret, or the error that WeChat gives. */
export const authenticatedApp = (
  apps: readonly WechatApp[],
  appid: string,
  secret: string,
): WechatApp | WechatError => {
  if (appid === '') return wechatError(41002);
  if (secret === '') return wechatError(41004);
  const app = apps.find((known) => known.appid === appid);
  if (app === undefined) return wechatError(40013);
  return app.secret === secret ? app : wechatError(40125);
};

const requested = (request: {
  grant_type: string;
  appid: string;
  secret: string;
}): WechatApp | WechatError =>
  request.grant_type === 'client_credential'
    ? authenticatedApp(WECHAT_APPS, request.appid, request.secret)
    : wechatError(40002);

/** GET /cgi-bin/token and POST /cgi-bin/stable_token. */
export const tokenRoutes = (app: FastifyInstance, { switches }: Sandbox, tokens: AccessTokens): void => {
  const preHandler = disturbedBy(switches, 'wechat-token');

  app.get('/cgi-bin/token', { preHandler }, (request) => {
    const client = requested({
      grant_type: queryValue(request, 'grant_type'),
      appid: queryValue(request, 'appid'),
      secret: queryValue(request, 'secret'),
    });
    return isWechatError(client) ? client : tokens.issuePlain(client);
  });

  app.post('/cgi-bin/stable_token', { preHandler }, (request) => {
    const body = parsedBody(request, stableTokenRequest);
    if (body === undefined) return wechatError(47001);
    const client = requested(body);
    return isWechatError(client) ? client : tokens.issueStable(client, body.force_refresh);
  });
};
