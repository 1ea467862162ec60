import { TestSandbox } from '../../test/harness';
import { SMS_TEMPLATES } from '../sms/credentials';
import { MINI_PROGRAM } from '../wechat/credentials';
import { SUBSCRIBE_TEMPLATES } from '../wechat/templates';

const BROWSER = { accept: 'text/html,application/xhtml+xml' };

/** Everything that a page points to. */
const addressesIn = (page: string): string[] =>
  [...page.matchAll(/(?:href|src|action|data-post|data-feed)="([^"]*)"/g)].map(
    ([, address]) => address ?? '',
  );

describe('pages', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox({ appUrl: 'http://app.test:8080' });
  });
  const page = async (url: string) => (await sandbox.get(url, BROWSER)).text;
  const sms = (TemplateId: string, ...TemplateParamSet: string[]) =>
    sandbox.sms({ PhoneNumberSet: ['15410007932'], TemplateId, TemplateParamSet });

  it('have relative addresses only, so that they work behind a proxy', async () => {
    for (const url of ['/', '/phones/lin-xiaolan', '/switches', '/clock', '/phones/nobody']) {
      for (const address of addressesIn(await page(url))) {
        expect(address).not.toMatch(/^\/|^https?:/);
      }
    }
  });

  it('list the featured residents first', async () => {
    const text = await page('/');
    expect(text.indexOf('林晓岚')).toBeGreaterThan(0);
    expect(text.indexOf('林晓岚')).toBeLessThan(text.indexOf('陈国栋'));
    expect(text).toContain('href="phones/lin-xiaolan"');
  });

  it('find residents by name, city and situation', async () => {
    const found = await page('/?text=欧阳雨桐&city=440100&archetype=permit-due-soon');
    expect(found).toContain('找到 1 位居民');
    expect(await page('/?text=查无此人')).toContain('没有符合条件的居民');
    expect(await page('/?archetype=nonsense')).toContain('推荐从这些居民开始');
  });

  it('show text as text', async () => {
    const text = await page(`/?text=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });

  it('show SMS codes at once', async () => {
    await sms(SMS_TEMPLATES.verificationCode.id, '482913', '5');
    expect(await page('/phones/lin-xiaolan/feed')).toContain('data-copy="482913"');
  });

  it('make links of SMS open the mini-program at their page', async () => {
    await sms(
      SMS_TEMPLATES.endorsementDue.id,
      '2026-12-20',
      'https://yz.example.cn/#/packages/apply/endorse/index?id=1',
    );
    expect(await page('/phones/lin-xiaolan/feed')).toContain(
      'href="lin-xiaolan/open?page=packages%2Fapply%2Fendorse%2Findex%3Fid%3D1"',
    );
  });

  it('show WeChat messages as cards that open their page', async () => {
    const { openid: touser } = await sandbox.session('lin-xiaolan');
    const { id } = SUBSCRIBE_TEMPLATES.supplementNeeded;
    await sandbox.post('/phone/lin-xiaolan/subscriptions', { templateIds: [id], accept: true });
    await sandbox.post(`/cgi-bin/message/subscribe/send?access_token=${await sandbox.token()}`, {
      touser,
      template_id: id,
      page: 'packages/apply/supplement/index?caseId=8',
      data: {
        thing1: { value: '申领电子居住证' },
        character_string2: { value: 'GZ20261122' },
        thing3: { value: '<b>劳动合同</b>' },
        date4: { value: '2026年11月29日' },
      },
    });
    const feed = await page('/phones/lin-xiaolan/feed');
    expect(feed).toContain('材料补正通知');
    expect(feed).toContain('&lt;b&gt;劳动合同');
    expect(feed).toContain('2026-11-22 09:41');
    expect(feed).toContain('open?page=packages%2Fapply%2Fsupplement%2Findex%3FcaseId%3D8');
  });

  it('open the mini-program with a fresh log-in code', async () => {
    const answer = await sandbox.app.inject({
      url: '/phones/lin-xiaolan/open?page=packages%2Fapply%2Fcase%2Findex%3Fid%3D7',
    });
    expect(answer.statusCode).toBe(302);
    const target = new URL(String(answer.headers.location));
    expect(target.origin).toBe('http://app.test:8080');
    expect(target.hash).toBe('#/packages/apply/case/index?id=7');
    const query = {
      ...MINI_PROGRAM,
      js_code: target.searchParams.get('wxcode') ?? '',
      grant_type: 'authorization_code',
    };
    const session = await sandbox.get(`/sns/jscode2session?${new URLSearchParams(query).toString()}`);
    expect(session.body.openid).toBe((await sandbox.session('lin-xiaolan')).openid);
  });

  it('open the home page by default, and never another site', async () => {
    const locationOf = async (url: string, headers = {}) =>
      (await sandbox.app.inject({ url, headers })).headers.location;
    expect(await locationOf('/phones/lin-xiaolan/open')).toMatch(/#\/pages\/home\/index$/);
    expect(await locationOf('/phones/lin-xiaolan/open?page=//evil.example')).toMatch(
      /#\/pages\/home\/index$/,
    );
  });

  it('guess the mini-program’s address from the proxy when it is not configured', async () => {
    const { app } = new TestSandbox();
    const headers = { 'x-forwarded-host': 'demo.test', 'x-forwarded-proto': 'https' };
    const behindProxy = await app.inject({ url: '/phones/lin-xiaolan/open', headers });
    expect(behindProxy.headers.location).toMatch(/^https:\/\/demo\.test\/\?wxcode=/);
    const direct = await app.inject({ url: '/phones/lin-xiaolan/open' });
    expect(direct.headers.location).toMatch(/^http:\/\/localhost:8080\/\?wxcode=/);
  });

  it('ask the person of the phone for the face check that waits', async () => {
    const { openid } = await sandbox.session('lin-xiaolan');
    const cert_info = { cert_type: 'IDENTITY_CARD', cert_name: '林晓岚', cert_no: '430422199608155221' };
    const url = `/cityservice/face/identify/getverifyid?access_token=${await sandbox.token()}`;
    const { body } = await sandbox.post(url, { out_seq_no: 'page-0001', cert_info, openid });
    expect(await page('/phones/lin-xiaolan/feed')).toContain(`../phone/face/${String(body.verify_id)}`);
    await sandbox.post(`/phone/face/${String(body.verify_id)}`, { result: 'pass' });
    expect(await page('/phones/lin-xiaolan/feed')).not.toContain('人脸核身');
  });

  it('say when the clock was moved and systems are disturbed', async () => {
    await sandbox.post('/clock', { to: '2027-03-01' });
    await sandbox.post('/switches', { system: 'sms', mode: 'silent' });
    const text = await page('/clock');
    expect(text).toContain('已调整');
    expect(text).toContain('1 个受扰');
  });

  it('answer 404 for a phone that is none', async () => {
    expect((await sandbox.get('/phones/nobody', BROWSER)).status).toBe(404);
    expect((await sandbox.get('/phones/__proto__/feed', BROWSER)).status).toBe(404);
    expect((await sandbox.get('/phone/nobody/messages')).status).toBe(404);
    expect((await sandbox.get('/nowhere')).body.code).toBe('NOT_FOUND');
  });
});
