import fc from 'fast-check';
import { TestSandbox, tc3ByTheBook } from '../../test/harness';
import { SMS_ACCOUNT, SMS_TEMPLATES } from './credentials';
import { mainlandNumber } from './send';
import { tc3Signature } from './tc3-signature';

const LIN = '15410007932';
const CODE = { TemplateId: SMS_TEMPLATES.verificationCode.id, TemplateParamSet: ['482913', '5'] };

type Sent = {
  Response: { SendStatusSet?: { Code: string; PhoneNumber: string }[]; Error?: { Code: string } };
};
type Messages = { messages: { channel: string; text: string; at: number }[] };

describe('SMS', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  const codes = async (
    request: Record<string, unknown>,
    change?: Record<string, string>,
  ): Promise<string[]> => {
    const answer = await sandbox.sms({ PhoneNumberSet: [`+86${LIN}`], ...CODE, ...request }, change);
    expect(answer.status).toBe(200);
    const { SendStatusSet, Error: error } = (answer.body as unknown as Sent).Response;
    return SendStatusSet?.map(({ Code }) => Code) ?? [error?.Code ?? ''];
  };
  const inbox = async () =>
    ((await sandbox.get('/phone/lin-xiaolan/messages')).body as unknown as Messages).messages;

  it('arrive with signature and filled-in text, at the sandbox’s time', async () => {
    await sandbox.post('/clock', { advance: { months: 1 } });
    expect(await codes({})).toEqual(['Ok']);
    expect(await inbox()).toMatchObject([
      {
        channel: 'sms',
        text: '【粤证】482913 是您的验证码，5 分钟内有效。请勿告诉他人。',
        at: Date.parse('2026-12-22T01:41:00Z'),
      },
    ]);
  });

  it('answer for each number', async () => {
    expect(await codes({ PhoneNumberSet: [LIN, '12345', '+8215410007932'] })).toEqual([
      'Ok',
      'InvalidParameterValue.IncorrectPhoneNumber',
      'InvalidParameterValue.IncorrectPhoneNumber',
    ]);
  });

  it.each([
    [{ SmsSdkAppId: '1' }, 'InvalidParameterValue.SdkAppIdNotExist'],
    [{ SignName: '别人' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
    [{ TemplateId: '1' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
    [{ TemplateParamSet: ['1'] }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    [{ PhoneNumberSet: [] }, 'InvalidParameter'],
    [{ PhoneNumberSet: 'all' }, 'InvalidParameter'],
  ])('with %j are refused: %s', async (change, code) => {
    expect(await codes(change)).toEqual([code]);
    expect(await inbox()).toEqual([]);
  });

  it.each([
    [{ authorization: '' }, 'AuthFailure.InvalidAuthorization'],
    [{ 'x-tc-action': 'DropTables' }, 'InvalidAction'],
    [{ 'x-tc-version': '2019-07-11' }, 'NoSuchVersion'],
    [{ 'x-tc-timestamp': 'now' }, 'MissingParameter'],
    [{ 'x-tc-timestamp': '1795311661' }, 'AuthFailure.SignatureFailure'],
    [{ 'content-type': 'text/plain' }, 'AuthFailure.SignatureFailure'],
  ])('with headers %j are refused: %s', async (change, code) => {
    expect(await codes({}, change)).toEqual([code]);
  });

  it('signed more than five minutes ago by both clocks are refused', async () => {
    sandbox.machineNow -= 400_000;
    const timestamp = String(Math.floor(sandbox.machineNow / 1_000));
    const body = '{}';
    const headers = { 'content-type': 'application/json', host: 'localhost:80' };
    const date = '2026-11-22';
    const signature = tc3Signature(
      { headers, body, timestamp },
      'content-type;host',
      date,
      SMS_ACCOUNT.secretKey,
    );
    sandbox.machineNow += 400_000;
    const answer = await sandbox.post('/sms/send', body, {
      ...headers,
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': timestamp,
      authorization: `TC3-HMAC-SHA256 Credential=${SMS_ACCOUNT.secretId}/${date}/sms/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`,
    });
    expect((answer.body as unknown as Sent).Response.Error?.Code).toBe('AuthFailure.SignatureExpire');
  });

  it('with the same content stop at five a day, and start again the next day', async () => {
    for (let nth = 0; nth < 5; nth += 1) expect(await codes({})).toEqual(['Ok']);
    expect(await codes({})).toEqual(['LimitExceeded.PhoneNumberSameContentDailyLimit']);
    expect(await codes({ TemplateParamSet: ['111111', '5'] })).toEqual(['Ok']);
    sandbox.wait(24 * 3_600_000);
    expect(await codes({})).toEqual(['Ok']);
  });

  it('are limited by the hour and by the day', async () => {
    const send = (nth: number) => codes({ TemplateParamSet: [String(100_000 + nth), '5'] });
    for (let nth = 0; nth < 30; nth += 1) expect(await send(nth)).toEqual(['Ok']);
    expect(await send(30)).toEqual(['LimitExceeded.PhoneNumberOneHourLimit']);
    sandbox.wait(3_600_000);
    for (let nth = 30; nth < 50; nth += 1) expect(await send(nth)).toEqual(['Ok']);
    expect(await send(50)).toEqual(['LimitExceeded.PhoneNumberDailyLimit']);
  });

  it('are signed as the provider’s documentation says', () => {
    const headers = { 'content-type': 'application/json; charset=utf-8', host: 'sms.tencentcloudapi.com' };
    const body = '{"SmsSdkAppId":"1400006666"}';
    const ours = tc3Signature(
      { headers, body, timestamp: '1795311660' },
      'content-type;host',
      '2026-11-22',
      SMS_ACCOUNT.secretKey,
    );
    expect(ours).toBe(tc3ByTheBook(body, headers.host, '1795311660', '2026-11-22'));
  });

  it('go to mainland numbers in each way of writing them, and to nothing else', () => {
    for (const prefix of ['', '86', '+86', '0086']) expect(mainlandNumber(prefix + LIN)).toBe(LIN);
    fc.assert(fc.property(fc.string(), (text) => mainlandNumber(`x${text}`) === undefined));
  });
});
