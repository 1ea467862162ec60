import { startApp, type TestApp } from '../../test/app';
import { peopleWho, type TestPerson } from '../../test/people';
import { Database } from '../platform/database/database';
import { AccessTokens } from './access-tokens';
import type { WechatMessage } from './message';
import { SubscribeMessageClient } from './subscribe-message.client';
import { TemplateMessageClient } from './template-message.client';
import { WechatHttp } from './wechat-http';

const HOUR = 3_600_000;

describe('WeChat', () => {
  let app: TestApp;
  let tokens: AccessTokens;
  let appid: string;
  let people: TestPerson[];
  beforeAll(async () => {
    app = await startApp({ sandbox: true });
    tokens = app.get(AccessTokens);
    appid = app.config.env.WECHAT_APPID;
    people = await peopleWho(app, 'permit-due-soon');
  });
  beforeEach(() => app.database.query('TRUNCATE access_tokens'));
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  const valueOf = async (): Promise<string> => {
    const token = await tokens.get(appid);
    if (!token.ok) throw new Error(token.refusal.code);
    return token.value.value;
  };
  const tokenFetches = () => {
    const spy = jest.spyOn(globalThis, 'fetch');
    return () => spy.mock.calls.filter(([url]) => String(url).includes('token')).length;
  };

  describe('access tokens', () => {
    it('are fetched once for ten who ask together, in one process or two', async () => {
      const fetches = tokenFetches();
      const { config, clock } = app;
      const otherProcess = new AccessTokens(config, app.get(Database), clock, Reflect.get(tokens, 'cipher') as never);
      const found = await Promise.all(Array.from({ length: 10 }, (_, index) => (index % 2 ? tokens : otherProcess).get(appid)));
      expect(new Set(found.map((token) => token.ok && token.value.value)).size).toBe(1);
      expect(fetches()).toBe(1);
    });

    it('are kept encrypted until they end, and then fetched anew', async () => {
      const first = await valueOf();
      expect(await valueOf()).toBe(first);
      const [row] = await app.database.query<{ token: Buffer }>('SELECT token FROM access_tokens');
      expect(row?.token.toString('latin1')).not.toContain(first);
      await app.moveTime(2 * HOUR);
      expect(await valueOf()).not.toBe(first);
    });

    it('give way when WeChat refuses them', async () => {
      const bad = await valueOf();
      await app.moveTime(60_000);
      await tokens.discard(appid, 'another');
      expect(await valueOf()).toBe(bad);
      await tokens.discard(appid, bad);
      expect(await valueOf()).not.toBe(bad);
    });
  });

  describe('messages', () => {
    const ENDORSEMENT = { thing1: '广东省居住证', thing2: '林**', time3: '2026年12月20日', thing4: '请及时签注' };

    const template = (more: Partial<WechatMessage>) =>
      app.get(TemplateMessageClient).send({ openid: 'o', templateId: app.config.env.WECHAT_TEMPLATE_ENDORSEMENT_DUE, values: ENDORSEMENT, page: 'packages/apply/eligibility/index?serviceId=x', ...more });

    it('of the official account come with WeChat’s own refusals', async () => {
      expect(await template({})).toEqual({ ok: true, value: { delivered: false, errcode: 40003 } });
      const openid = await follower();
      expect(await template({ openid })).toEqual({ ok: true, value: { delivered: true } });
      expect(await template({ openid, templateId: 'none' })).toEqual({ ok: true, value: { delivered: false, errcode: 40037 } });
      expect(await template({ openid, values: {} })).toEqual({ ok: true, value: { delivered: false, errcode: 47003 } });
    });

    async function follower(): Promise<string> {
      const list = await app.get(WechatHttp).call(app.config.env.WECHAT_OFFICIAL_APPID, '/cgi-bin/user/get');
      if (!list.ok) throw new Error(list.refusal.code);
      return (list.value.body as { data: { openid: string[] } }).data.openid[0]!;
    }

    it('of the official account recover from a token that WeChat ended', async () => {
      const openid = await follower();
      await app.database.query(`UPDATE access_tokens SET token = NULL`);
      const stale = await tokens.get(app.config.env.WECHAT_OFFICIAL_APPID);
      expect(stale.ok).toBe(true);
      await app.moveTime(60_000);
      const { WECHAT_OFFICIAL_APPID: id, WECHAT_OFFICIAL_SECRET: secret } = app.config.env;
      await app.sandbox.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: id, secret, force_refresh: true });
      expect(await template({ openid })).toEqual({ ok: true, value: { delivered: true } });
    });

    it('of the official account say so when WeChat is silent', async () => {
      await app.sandbox.post('/switches', { system: 'wechat-template-message', mode: 'http-error' });
      const answer = await template({});
      await app.sandbox.post('/switches', { system: 'wechat-template-message', mode: 'normal' });
      expect(answer.ok).toBe(false);
    });

    it('by subscription need the person’s permission', async () => {
      const [who] = people;
      const { openid } = await openidOf(who!);
      const message = { openid, templateId: app.config.env.WECHAT_SUBSCRIBE_ENDORSEMENT_DUE, values: { thing1: '居住证', name2: '林晓岚', date3: '2026年12月20日', thing4: '请签注' }, page: 'pages/home/index' };
      const send = () => app.get(SubscribeMessageClient).send(message);
      expect(await send()).toEqual({ ok: true, value: { delivered: false, errcode: 43101 } });
      await app.sandbox.post(`/phone/${who!.personId}/subscriptions`, { templateIds: [message.templateId], accept: true });
      expect(await send()).toEqual({ ok: true, value: { delivered: true } });
    });

    async function openidOf(who: TestPerson): Promise<{ openid: string }> {
      const { code } = (await app.sandbox.post(`/phone/${who.personId}/login-code`)) as { code: string };
      const { WECHAT_SECRET } = app.config.env;
      return (await app.sandbox.get(`/sns/jscode2session?appid=${appid}&secret=${WECHAT_SECRET}&js_code=${code}&grant_type=authorization_code`)) as { openid: string };
    }
  });
});
