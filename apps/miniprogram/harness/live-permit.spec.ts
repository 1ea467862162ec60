import { PERMIT } from './answers';
import { builtForWechat } from './built';
import { LiveServer } from './live-answers';
import { MiniProgram } from './mini-program';

const server = new LiveServer();
const program = new MiniProgram(builtForWechat(), (request) => server.answer(request));

afterAll(() => program.close());

/** What a scanner reads from the screen. */
const scanned = (): Promise<string | undefined> => {
  const canvases = [...program.fake.canvases.values()];
  return canvases[canvases.length - 1]?.read() ?? Promise.resolve(undefined);
};

const until = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come about: ${program.text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('the live permit in WeChat', () => {
  let first: string | undefined;

  beforeAll(() => program.open('navigateTo', `/packages/live-pass/permit/index?permitId=${PERMIT.id}`));

  it('draws a code that a counter accepts', async () => {
    await until(async () => server.verdict(await scanned()) === 'accepted', 'an accepted code');
    first = await scanned();
    expect(program.errors).toEqual([]);
    expect(program.text).toContain('秒后更新');
  });

  it('makes the screen bright and keeps it on', () => {
    expect(program.fake.called).toEqual(expect.arrayContaining(['setScreenBrightness', 'setKeepScreenOn', 'setVisualEffectOnCapture']));
  });

  it('sends no picture and no key through setData', () => {
    expect(program.largestSetData).toBeLessThan(64 * 1024);
    const seed = (JSON.parse(String(program.fake.storage.get('yz:device'))) as { seed: string }).seed;
    const sent = program.fake.requests.map(({ data }) => String(data)).join('');
    expect(sent).not.toContain(seed);
    expect(sent).not.toContain(Buffer.from(seed, 'hex').toString('base64url'));
  });

  it('changes the code', async () => {
    await until(async () => (await scanned()) !== first && server.verdict(await scanned()) === 'accepted', 'another code');
  });

  it('gives up the code on a screenshot, tells the server and says why', async () => {
    const captured = await scanned();
    program.fake.happen('UserCaptureScreen');
    await until(async () => server.burned.length > 0 && (await scanned()) !== captured, 'the next code');
    expect(program.text).toContain('检测到截屏，刚才的码已作废');
    expect(server.burned).toHaveLength(1);
    expect(server.verdict(captured)).toBe('burned');
    expect(server.verdict(await scanned())).toBe('accepted');
  });

  it('shows the challenge of the scan in the place of the code', async () => {
    const challenge = { characters: '木棉', colour: '#FFD54A', colourName: '明黄', ink: '#3A2A00' };
    server.scan = { id: 'scan', at: Date.now(), where: '天河区政务服务中心 3 号窗口', purpose: '政务服务', accepted: true, result: '核验通过', challenge };
    await program.until(() => program.text.includes('木棉'), 'the challenge');
    expect(program.text).toContain('天河区政务服务中心 3 号窗口');
    expect(program.text).not.toContain('秒后更新');
    program.tap('继续出示');
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('asks each second while there is no channel', async () => {
    const questions = () => program.fake.requests.filter(({ url }) => url.includes('/live-pass/showing/')).length;
    const before = questions();
    await program.until(() => questions() >= before + 2, 'two more questions');
    expect(program.fake.sockets[0]?.url).toMatch(/^wss:\/\/[^/]+\/api\/live-pass\/channel$/);
  });

  it('rests when the app goes to the background', async () => {
    program.fake.happen('AppHide');
    await program.until(() => !program.text.includes('秒后更新'), 'the code gone');
    const asked = program.fake.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(program.fake.requests.length).toBe(asked);
    program.fake.happen('AppShow');
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('puts the brightness back when it is left', async () => {
    const before = program.fake.called.filter((name) => name === 'setScreenBrightness').length;
    program.back();
    await until(() => Promise.resolve(program.fake.called.filter((name) => name === 'setScreenBrightness').length > before), 'the brightness of before');
  });
});
