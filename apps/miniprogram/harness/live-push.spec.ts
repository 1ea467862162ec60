import { PERMIT } from './answers';
import { builtForWechat } from './built';
import { LiveServer } from './live-answers';
import { MiniProgram } from './mini-program';

const server = new LiveServer();
const program = new MiniProgram(builtForWechat(), (request) => server.answer(request), (socket, text) => server.channel(socket, text));
const CHALLENGE = { characters: '木棉', colour: '#FFD54A', colourName: '明黄', ink: '#3A2A00' };

afterAll(() => program.close());

const questions = (): number => program.fake.requests.filter(({ url }) => url.includes('/live-pass/showing/')).length;
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await restFor(10);
  expect(holds()).toBe(true);
};
const restFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the live permit in WeChat, with a channel to the server', () => {
  beforeAll(async () => {
    program.open('navigateTo', `/packages/live-pass/permit/index?permitId=${PERMIT.id}`);
    await program.until(() => program.text.includes('秒后更新') && program.fake.sockets[0]?.received.length === 1, 'the code and the channel');
  });

  it('says over the channel who shows what on which phone', () => {
    expect(JSON.parse(program.fake.sockets[0]?.received[0] ?? '')).toMatchObject({ token: 'token-of-the-first-session', permitId: PERMIT.id });
    expect(program.fake.sockets[0]?.url).not.toContain('token');
  });

  it('asks nothing for new codes', async () => {
    await restFor(7_000);
    expect(questions()).toBe(1);
    expect(program.fake.sockets).toHaveLength(1);
    expect(program.errors).toEqual([]);
  });

  it('reads the permit once', () => {
    expect(program.fake.requests.filter(({ url }) => url.endsWith(`/permits/${PERMIT.id}`))).toHaveLength(1);
  });

  it('shows the challenge of a scan at once', async () => {
    server.scan = { id: PERMIT.id, at: Date.now(), where: '天河区政务服务中心 3 号窗口', purpose: '政务服务', accepted: true, result: '核验通过', challenge: CHALLENGE };
    const told = performance.now();
    server.announce();
    await program.until(() => program.text.includes('木棉'), 'the challenge');
    const took = performance.now() - told;
    process.stdout.write(`weapp: challenge on the screen ${took.toFixed(0)} ms after the server said it\n`);
    expect(took).toBeLessThan(1_000);
    expect(questions()).toBe(1);
    program.tap('继续出示');
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('runs the masked name and the time over the face, and sends little for it', () => {
    expect(program.text).toMatch(/林\*\* \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
    expect(program.largestSetData).toBeLessThan(64 * 1024);
  });

  it('shows no code while the screen is recorded', async () => {
    program.fake.happen('ScreenRecordingStateChanged', { state: 'start' });
    await program.until(() => program.text.includes('正在录屏，暂不出示'), 'the sentence');
    expect(program.text).not.toContain('秒后更新');
    expect(server.burned.map(({ cause }) => cause)).toEqual(['recording']);
    program.fake.happen('ScreenRecordingStateChanged', { state: 'stop' });
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('shows no code in a recording that began before', async () => {
    program.fake.happen('AppHide');
    await program.until(() => !program.text.includes('秒后更新'), 'the code gone');
    program.fake.recording = true;
    program.fake.happen('AppShow');
    await program.until(() => program.text.includes('正在录屏，暂不出示'), 'the sentence');
    program.fake.happen('ScreenRecordingStateChanged', { state: 'stop' });
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('says at once that another phone was made the active one', async () => {
    server.active = false;
    server.announce();
    await program.until(() => program.text.includes('证照已在另一部手机上启用'), 'the sentence');
    expect(program.text).toMatch(/已于 \d\d:\d\d 停止出示/);
    expect(program.text).toContain('不是您本人操作');
    server.active = true;
    program.tap('改在此手机出示');
    await program.until(() => program.text.includes('秒后更新'), 'the code again');
  });

  it('closes the channel when the page is left', async () => {
    const permitPage = program.page;
    program.back();
    expect(program.stack).not.toContain(permitPage);
    await until(() => program.fake.sockets.every(({ readyState }) => readyState === 3));
  });
});
