import { TestSandbox } from '../../test/harness';
import { MINI_PROGRAM, OFFICIAL_ACCOUNT } from './credentials';
import { OFFICIAL_TEMPLATES, SUBSCRIBE_TEMPLATES } from './templates';

const DUE = OFFICIAL_TEMPLATES.endorsementDue.id;
const PROGRESS = SUBSCRIBE_TEMPLATES.caseProgress.id;

const dueData = {
  thing1: { value: '广东省居住证' },
  thing2: { value: '林晓岚' },
  time3: { value: '2026年12月20日' },
  thing4: { value: '点一下即可续一年' },
};
const progressData = {
  thing1: { value: '申领电子居住证' },
  character_string2: { value: 'GZ2026112200017' },
  phrase3: { value: '审核通过' },
  date4: { value: '2026-11-22 09:41' },
  thing5: { value: '电子居住证已生成' },
};

type Messages = {
  messages: { channel: string; title: string; page?: string; at: number; fields: object[] }[];
};

describe('messages', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  const inbox = async (person = 'lin-xiaolan') =>
    ((await sandbox.get(`/phone/${person}/messages`)).body as unknown as Messages).messages;
  const official = async (query: string) =>
    sandbox.get(`${query}access_token=${await sandbox.token(OFFICIAL_ACCOUNT)}`);

  /** As a server finds it: through the followers' unionids. */
  const officialOpenid = async (person: string): Promise<string> => {
    const { unionid } = await sandbox.session(person);
    const { data } = (await official('/cgi-bin/user/get?')).body as { data: { openid: string[] } };
    const token = await sandbox.token(OFFICIAL_ACCOUNT);
    for (let start = 0; start < data.openid.length; start += 100) {
      const user_list = data.openid.slice(start, start + 100).map((openid) => ({ openid }));
      const { body } = await sandbox.post(`/cgi-bin/user/info/batchget?access_token=${token}`, { user_list });
      const infos = (body as { user_info_list: { openid: string; unionid: string; subscribe: number }[] })
        .user_info_list;
      const match = infos.find((info) => info.unionid === unionid);
      if (match !== undefined) return match.openid;
    }
    return '';
  };

  const sendTemplate = async (change: object, token?: string) =>
    sandbox.post(
      `/cgi-bin/message/template/send?access_token=${token ?? (await sandbox.token(OFFICIAL_ACCOUNT))}`,
      {
        template_id: DUE,
        miniprogram: { appid: MINI_PROGRAM.appid, pagepath: 'packages/apply/endorse/index?permitId=1' },
        data: dueData,
        ...change,
      },
    );

  const sendSubscribe = async (change: object) =>
    sandbox.post(`/cgi-bin/message/subscribe/send?access_token=${await sandbox.token()}`, {
      template_id: PROGRESS,
      page: 'packages/apply/case/index?id=7',
      data: progressData,
      ...change,
    });

  it('of the official account reach a follower, found by unionid, with the sandbox’s time', async () => {
    const touser = await officialOpenid('lin-xiaolan');
    await sandbox.post('/clock', { to: '2026-11-23' });
    expect((await sendTemplate({ touser })).body).toEqual({
      errcode: 0,
      errmsg: 'ok',
      msgid: expect.any(Number) as number,
    });
    expect(await inbox()).toMatchObject([
      {
        channel: 'template',
        title: '居住证签注到期提醒',
        page: 'packages/apply/endorse/index?permitId=1',
        at: Date.parse('2026-11-23T01:00:00Z'),
        fields: [{ label: '证件名称', value: '广东省居住证' }, {}, {}, {}],
      },
    ]);
  });

  it('of the official account are sent once for one client_msg_id', async () => {
    const touser = await officialOpenid('lin-xiaolan');
    const first = await sendTemplate({ touser, client_msg_id: 'due-1' });
    const second = await sendTemplate({ touser, client_msg_id: 'due-1' });
    expect(second.body).toEqual(first.body);
    expect(await inbox()).toHaveLength(1);
  });

  it('of the official account are refused as WeChat refuses them', async () => {
    const touser = await officialOpenid('lin-xiaolan');
    const errcode = async (change: object, token?: string) =>
      (await sendTemplate({ touser, ...change }, token)).body.errcode;
    expect(await errcode({ touser: (await sandbox.session('lin-xiaolan')).openid })).toBe(40003);
    expect(await errcode({ template_id: PROGRESS })).toBe(40037);
    expect(await errcode({ data: { ...dueData, thing4: { value: '' } } })).toBe(47003);
    expect(await errcode({ data: { ...dueData, thing4: { value: '一'.repeat(21) } } })).toBe(47003);
    expect(await errcode({ miniprogram: { appid: 'wxother', pagepath: 'pages/home/index' } })).toBe(40013);
    expect(await errcode({ miniprogram: { appid: MINI_PROGRAM.appid, pagepath: '../evil' } })).toBe(40165);
    expect(await errcode({ data: 'none' })).toBe(47001);
    expect(await errcode({}, 'nonsense')).toBe(40001);
    expect(await errcode({}, await sandbox.token(MINI_PROGRAM))).toBe(48001);
    expect(await inbox()).toEqual([]);
  });

  it('of the official account do not reach those who do not follow', async () => {
    const touser = await officialOpenid('lin-xiaolan');
    await sandbox.post('/phone/lin-xiaolan/official-account', { follow: false });
    expect((await sendTemplate({ touser })).body.errcode).toBe(43004);
    const info = await official(`/cgi-bin/user/info?openid=${touser}&`);
    expect(info.body).toMatchObject({ subscribe: 0, openid: touser });
    expect(await officialOpenid('he-zhiqiang')).toBe('');
  });

  it('of the mini-program reach those who accepted, until they take it back', async () => {
    const { openid: touser } = await sandbox.session('lin-xiaolan');
    expect((await sendSubscribe({ touser })).body.errcode).toBe(43101);
    const accepted = await sandbox.post('/phone/lin-xiaolan/subscriptions', {
      templateIds: [PROGRESS],
      accept: true,
    });
    expect(accepted.body).toEqual({ errMsg: 'requestSubscribeMessage:ok', [PROGRESS]: 'accept' });
    expect((await sendSubscribe({ touser })).body).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await inbox()).toMatchObject([{ channel: 'subscribe', title: '办理进度通知' }]);
    await sandbox.post('/phone/lin-xiaolan/subscriptions', { templateIds: [PROGRESS], accept: false });
    expect((await sendSubscribe({ touser })).body.errcode).toBe(43101);
  });

  it('of the mini-program are refused as WeChat refuses them', async () => {
    const { openid: touser } = await sandbox.session('lin-xiaolan');
    await sandbox.post('/phone/lin-xiaolan/subscriptions', { templateIds: [PROGRESS], accept: true });
    const errcode = async (change: object) => (await sendSubscribe({ touser, ...change })).body.errcode;
    expect(await errcode({ touser: 'nobody' })).toBe(40003);
    expect(await errcode({ template_id: DUE })).toBe(40037);
    expect(await errcode({ page: 'https://example.com' })).toBe(41030);
    expect(await errcode({ data: { ...progressData, phrase3: { value: '正在审核材料中' } } })).toBe(47003);
    expect(await errcode({ data: { ...progressData, extra: { value: 'x' } } })).toBe(47003);
    const { thing5: _left, ...short } = progressData;
    expect((await sendSubscribe({ touser, data: short })).body.errmsg).toContain(
      'data.thing5.value is empty',
    );
  });

  it('can be asked for three templates at most, and only for known ones', async () => {
    const ask = async (templateIds: string[]) =>
      (await sandbox.post('/phone/lin-xiaolan/subscriptions', { templateIds, accept: true })).status;
    const ids = Object.values(SUBSCRIBE_TEMPLATES).map(({ id }) => id);
    expect(await ask(ids)).toBe(200);
    expect(await ask([...ids, PROGRESS])).toBe(400);
    expect(await ask(['unknown'])).toBe(400);
    expect(await ask([])).toBe(400);
  });
});
