import { TestSandbox } from '../../test/harness';
import { certHash } from './face-sessions';

const LIN = { cert_type: 'IDENTITY_CARD', cert_name: '林晓岚', cert_no: '430422199608155221' };

describe('the face check', () => {
  let sandbox: TestSandbox;
  let serial = 0;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  const open = async (change: object = {}) => {
    const { openid } = await sandbox.session('lin-xiaolan');
    const out_seq_no = `face-${(serial += 1)}-0001`;
    const request = { out_seq_no, cert_info: LIN, openid, ...change };
    const token = await sandbox.token();
    const { body } = await sandbox.post(
      `/cityservice/face/identify/getverifyid?access_token=${token}`,
      request,
    );
    return { request, body, verifyId: String(body.verify_id) };
  };
  const query = async ({ request, verifyId }: Awaited<ReturnType<typeof open>>, change: object = {}) => {
    const body = {
      verify_id: verifyId,
      out_seq_no: request.out_seq_no,
      cert_hash: certHash(request.cert_info),
      openid: request.openid,
      ...change,
    };
    const token = await sandbox.token();
    return (await sandbox.post(`/cityservice/face/identify/queryverifyinfo?access_token=${token}`, body))
      .body;
  };
  const complete = (verifyId: string, result: string) => sandbox.post(`/phone/face/${verifyId}`, { result });

  it('hashes identity data as the documentation’s example does', () => {
    const example = { cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: '310101199801011234' };
    expect(certHash(example)).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
  });

  it('passes the person of the phone, and nothing before', async () => {
    const check = await open();
    expect(check.body).toMatchObject({ errcode: 0, expires_in: 3_600 });
    expect((await query(check)).verify_ret).not.toBe(10_000);
    expect((await complete(check.verifyId, 'pass')).body.verifyRet).toBe(10_000);
    expect(await query(check)).toMatchObject({ errcode: 0, verify_ret: 10_000 });
  });

  it.each([
    ['fail', 10_004],
    ['cancel', 90_004],
  ])('tells a %s by %i', async (result, verifyRet) => {
    const check = await open();
    await complete(check.verifyId, result);
    expect(await query(check)).toMatchObject({ errcode: 0, verify_ret: verifyRet });
  });

  it('does not pass someone else’s identity, or a name that is not the number’s', async () => {
    const chen = { cert_type: 'IDENTITY_CARD', cert_name: '陈国栋', cert_no: '360733198803024596' };
    const other = await open({ cert_info: chen });
    expect((await complete(other.verifyId, 'pass')).body.verifyRet).toBe(10_004);
    const misnamed = await open({ cert_info: { ...LIN, cert_name: '林小岚' } });
    expect((await complete(misnamed.verifyId, 'pass')).body.verifyRet).toBe(10_003);
  });

  it('knows mainland identity cards only', async () => {
    const refused = async (cert: object) => (await open({ cert_info: { ...LIN, ...cert } })).body.errcode;
    expect(await refused({ cert_type: 'HK_PASS' })).toBe(84006);
    expect(await refused({ cert_no: 'H33686078' })).toBe(84006);
    expect(await refused({ cert_no: '430422199608155220' })).toBe(84006);
  });

  it('checks serial numbers and who is asking', async () => {
    const first = await open();
    expect((await open({ out_seq_no: first.request.out_seq_no })).body.errcode).toBe(84007);
    expect((await open({ out_seq_no: 'no spaces' })).body.errcode).toBe(47001);
    expect((await open({ openid: 'nobody' })).body.errcode).toBe(40003);
  });

  it('answers only to the very same identity data', async () => {
    const check = await open();
    await complete(check.verifyId, 'pass');
    expect((await query(check, { verify_id: 'nonsense' })).errcode).toBe(84001);
    expect((await query(check, { cert_hash: certHash({ ...LIN, cert_name: '某人' }) })).errcode).toBe(84003);
    expect((await query(check, { openid: 'other' })).errcode).toBe(84003);
  });

  it('is over after an hour', async () => {
    const check = await open();
    sandbox.wait(3_600_000);
    expect((await complete(check.verifyId, 'pass')).status).toBe(404);
    expect((await query(check)).errcode).toBe(84002);
  });
});
