import { TestSandbox } from '../../test/harness';
import { MINI_PROGRAM, OFFICIAL_ACCOUNT } from './credentials';

const MINUTE = 60_000;
const url = (change: Record<string, string> = {}): string =>
  `/cgi-bin/token?${new URLSearchParams({ grant_type: 'client_credential', ...MINI_PROGRAM, ...change }).toString()}`;

describe('access tokens', () => {
  let sandbox: TestSandbox;
  beforeAll(() => {
    sandbox = new TestSandbox();
  });

  /** What an interface says of a token: 40029 comes only after the token was accepted. */
  const verdict = async (token: string): Promise<unknown> =>
    (await sandbox.post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code: 'x' })).body
      .errcode;
  const stable = async (more: object = {}): Promise<string> =>
    String(
      (
        await sandbox.post('/cgi-bin/stable_token', {
          grant_type: 'client_credential',
          ...MINI_PROGRAM,
          ...more,
        })
      ).body.access_token,
    );

  it('are given for two hours', async () => {
    const { body } = await sandbox.get(url());
    expect(body).toEqual({ access_token: expect.any(String) as string, expires_in: 7_200 });
    expect(await verdict(String(body.access_token))).toBe(40029);
  });

  it.each([
    [{ grant_type: 'password' }, 40002],
    [{ appid: '' }, 41002],
    [{ appid: 'wxnobody' }, 40013],
    [{ secret: '' }, 41004],
    [{ secret: 'wrong' }, 40125],
    [{ secret: OFFICIAL_ACCOUNT.secret }, 40125],
  ])('are refused for %j with %i', async (change, errcode) => {
    expect((await sandbox.get(url(change))).body.errcode).toBe(errcode);
    const body = { grant_type: 'client_credential', ...MINI_PROGRAM, ...change };
    expect((await sandbox.post('/cgi-bin/stable_token', body)).body.errcode).toBe(errcode);
  });

  it('say 42001 when they are past, 40001 when unknown, 41001 when missing', async () => {
    const token = await sandbox.token();
    sandbox.wait(120 * MINUTE - 1);
    expect(await verdict(token)).toBe(40029);
    sandbox.wait(1);
    expect(await verdict(token)).toBe(42001);
    expect(await verdict('nonsense')).toBe(40001);
    expect(await verdict('__proto__')).toBe(40001);
    expect(await verdict('')).toBe(41001);
  });

  it('end five minutes after a newer one was given', async () => {
    const older = await sandbox.token();
    const newer = await sandbox.token();
    sandbox.wait(5 * MINUTE - 1);
    expect(await verdict(older)).toBe(40029);
    sandbox.wait(1);
    expect(await verdict(older)).toBe(40001);
    expect(await verdict(newer)).toBe(40029);
  });

  it('stay the same at the stable endpoint until five minutes before the end', async () => {
    const first = await stable();
    expect(await stable()).toBe(first);
    sandbox.wait(115 * MINUTE);
    const next = await stable();
    expect(next).not.toBe(first);
    expect(await verdict(first)).toBe(40029);
  });

  it('can be forced anew, ending the old at once, not twice in half a minute', async () => {
    sandbox.wait(MINUTE);
    const old = await stable();
    sandbox.wait(MINUTE);
    const forced = await stable({ force_refresh: true });
    expect(forced).not.toBe(old);
    expect(await verdict(old)).toBe(40001);
    expect(await stable({ force_refresh: true })).toBe(forced);
  });

  it('follow the sandbox’s clock', async () => {
    const token = await sandbox.token();
    await sandbox.post('/clock', { advance: { days: 1 } });
    expect(await verdict(token)).toBe(42001);
  });
});
