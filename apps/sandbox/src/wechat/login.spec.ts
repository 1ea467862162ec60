import { TestSandbox } from '../../test/harness';
import { MINI_PROGRAM, OFFICIAL_ACCOUNT } from './credentials';

describe('log-in and phone number', () => {
  let sandbox: TestSandbox;
  beforeAll(() => {
    sandbox = new TestSandbox();
  });

  const code = async (kind: 'login-code' | 'phone-code', person = 'lin-xiaolan'): Promise<string> =>
    String((await sandbox.post(`/phone/${person}/${kind}`, {})).body.code);
  const login = (jsCode: string, change: Record<string, string> = {}) => {
    const query = { ...MINI_PROGRAM, js_code: jsCode, grant_type: 'authorization_code', ...change };
    return sandbox.get(`/sns/jscode2session?${new URLSearchParams(query).toString()}`);
  };
  const phoneNumber = async (phoneCode: string, token?: string) =>
    sandbox.post(`/wxa/business/getuserphonenumber?access_token=${token ?? (await sandbox.token())}`, {
      code: phoneCode,
    });

  it('gives the same openid and unionid at each log-in, another for another person', async () => {
    const first = (await login(await code('login-code'))).body;
    expect(first).toEqual({
      openid: expect.stringMatching(/^o[\w-]{27}$/) as string,
      unionid: expect.stringMatching(/^o[\w-]{27}$/) as string,
      session_key: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/) as string,
    });
    expect((await login(await code('login-code'))).body.openid).toBe(first.openid);
    expect((await login(await code('login-code', 'chen-guodong'))).body.openid).not.toBe(first.openid);
  });

  it('takes a code once', async () => {
    const once = await code('login-code');
    expect((await login(once)).body.errcode).toBeUndefined();
    expect((await login(once)).body.errcode).toBe(40163);
  });

  it('takes a code for five minutes', async () => {
    const [early, late] = [await code('login-code'), await code('login-code')];
    sandbox.wait(299_999);
    expect((await login(early)).body.errcode).toBeUndefined();
    sandbox.wait(1);
    expect((await login(late)).body.errcode).toBe(40029);
  });

  it.each([
    [{ appid: 'wxnobody' }, 40013],
    [OFFICIAL_ACCOUNT as unknown as Record<string, string>, 40013],
    [{ secret: 'wrong' }, 40125],
    [{ grant_type: 'client_credential' }, 40002],
    [{ js_code: '' }, 41008],
    [{ js_code: 'constructor' }, 40029],
  ])('refuses %j with %i and status 200', async (change, errcode) => {
    const answer = await login(await code('login-code'), change);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ errcode, errmsg: expect.stringContaining('rid:') as string });
  });

  it('tells the phone number for its own kind of code, once', async () => {
    const once = await code('phone-code');
    const { body } = await phoneNumber(once);
    expect(body).toMatchObject({
      errcode: 0,
      phone_info: {
        purePhoneNumber: '15410007932',
        countryCode: '86',
        watermark: { appid: MINI_PROGRAM.appid },
      },
    });
    expect((await phoneNumber(once)).body.errcode).toBe(40029);
    expect((await phoneNumber(await code('login-code'))).body.errcode).toBe(40029);
    expect((await login(await code('phone-code'))).body.errcode).toBe(40029);
  });

  it('refuses the official account’s token and a body that is no JSON', async () => {
    const official = await sandbox.token(OFFICIAL_ACCOUNT);
    expect((await phoneNumber(await code('phone-code'), official)).body.errcode).toBe(48001);
    const broken = await sandbox.post(
      `/wxa/business/getuserphonenumber?access_token=${await sandbox.token()}`,
      '{',
    );
    expect(broken.body.errcode).toBe(47001);
  });
});
