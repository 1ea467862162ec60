import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { queryValue } from '../http/query';
import { disturbedBy } from '../switches/guard';
import { MINI_PROGRAM } from './credentials';
import type { WechatError } from './errors';
import { isWechatError, wechatError } from './errors';
import type { FaceSessions } from './face-sessions';
import { VERIFY_ID_LIFETIME_S, VERIFY_RET, isCheckable } from './face-sessions';
import type { AccessTokens } from './tokens';

const verifyIdRequest = z.object({
  out_seq_no: z.string().regex(/^[\w-]{5,32}$/),
  cert_info: z.object({ cert_type: z.string(), cert_name: z.string(), cert_no: z.string() }),
  openid: z.string(),
});

const verifyInfoRequest = z.object({
  verify_id: z.string(),
  out_seq_no: z.string(),
  cert_hash: z.string(),
  openid: z.string(),
});

/** Face check 2.0: getVerifyId and queryVerifyInfo. Passed means errcode 0 and verify_ret 10000. */
export const faceRoutes = (
  app: FastifyInstance,
  { switches, population }: Sandbox,
  tokens: AccessTokens,
  sessions: FaceSessions,
): void => {
  const preHandler = disturbedBy(switches, 'wechat-face');

  const refusal = (request: FastifyRequest): WechatError | undefined => {
    const client = tokens.appOf(queryValue(request, 'access_token'));
    if (isWechatError(client)) return client;
    return client.appid === MINI_PROGRAM.appid ? undefined : wechatError(48001);
  };

  app.post('/cityservice/face/identify/getverifyid', { preHandler }, (request) => {
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const body = parsedBody(request, verifyIdRequest);
    if (body === undefined) return wechatError(47001);
    if (population.wechat.withOpenid(body.openid) === undefined) return wechatError(40003);
    if (!isCheckable(body.cert_info)) return wechatError(84006);
    const verifyId = sessions.open(body.openid, body.out_seq_no, body.cert_info);
    if (verifyId === undefined) return wechatError(84007);
    return { errcode: 0, errmsg: 'ok', verify_id: verifyId, expires_in: VERIFY_ID_LIFETIME_S };
  });

  app.post('/cityservice/face/identify/queryverifyinfo', { preHandler }, (request) => {
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const body = parsedBody(request, verifyInfoRequest);
    if (body === undefined) return wechatError(47001);
    const session = sessions.find(body.verify_id);
    if (session === undefined) return wechatError(84001);
    const same =
      session.openid === body.openid &&
      session.outSeqNo === body.out_seq_no &&
      session.certHash === body.cert_hash;
    if (!same) return wechatError(84003);
    if (session.verifyRet === undefined && sessions.isExpired(session)) return wechatError(84002);
    return { errcode: 0, errmsg: 'ok', verify_ret: session.verifyRet ?? VERIFY_RET.notDone };
  });
};
