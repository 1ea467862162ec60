import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { FaceSessions } from './face-sessions';
import { faceRoutes } from './face.routes';
import { Followers } from './followers';
import { loginRoutes, phoneNumberRoutes } from './login.routes';
import { officialAccountRoutes } from './official-account.routes';
import { OneTimeCodes } from './one-time-codes';
import { subscribeMessageRoutes } from './subscribe-message.routes';
import { Subscriptions } from './subscriptions';
import { templateMessageRoutes } from './template-message.routes';
import { tokenRoutes } from './token.routes';
import { AccessTokens } from './tokens';

/** What WeChat knows and keeps. */
export interface Wechat {
  tokens: AccessTokens;
  codes: OneTimeCodes;
  followers: Followers;
  subscriptions: Subscriptions;
  faces: FaceSessions;
}

export const createWechat = ({ store, clock, population }: Sandbox): Wechat => ({
  tokens: new AccessTokens(store, clock),
  codes: new OneTimeCodes(store, clock),
  followers: new Followers(store, population),
  subscriptions: new Subscriptions(store),
  faces: new FaceSessions(store, clock, population),
});

/** The paths of api.weixin.qq.com. */
export const wechatRoutes = (app: FastifyInstance, sandbox: Sandbox, wechat: Wechat): void => {
  const { tokens, codes, followers, subscriptions, faces } = wechat;
  tokenRoutes(app, sandbox, tokens);
  loginRoutes(app, sandbox, codes);
  phoneNumberRoutes(app, sandbox, tokens, codes);
  officialAccountRoutes(app, sandbox, tokens, followers);
  templateMessageRoutes(app, sandbox, tokens, followers);
  subscribeMessageRoutes(app, sandbox, tokens, subscriptions);
  faceRoutes(app, sandbox, tokens, faces);
};
