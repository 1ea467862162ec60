import { ApplyServer, SERVICE_ID } from './apply-answers';
import { builtForWechat } from './built';
import { MiniProgram } from './mini-program';

const started: MiniProgram[] = [];

const start = (): { program: MiniProgram; server: ApplyServer } => {
  const server = new ApplyServer();
  const program = new MiniProgram(builtForWechat(), (request) => server.answer(request));
  started.push(program);
  return { program, server };
};

afterEach(() => started.splice(0).forEach((program) => program.close()));

/** Two taps within 400 ms are one: a person is slower than this test. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 450));

const reads = (program: MiniProgram, text: string): Promise<void> => program.until(() => program.text.includes(text), `「${text}」`);

/** From the guide to the page that sums everything up. */
async function fillIn(program: MiniProgram): Promise<void> {
  program.open('switchTab', '/pages/services/index');
  program.open('navigateTo', `/packages/apply/guide/index?serviceId=${SERVICE_ID}&city=440100`);
  await reads(program, '收费吗？');
  program.tap('资格校验');
  await reads(program, '可以办，且无需材料');
  program.tap('开始试办');
  await reads(program, '选择您的情形');
  program.tap('下一步');
  await reads(program, '居住事由');
  program.tap('下一步');
  await reads(program, '请选择居住事由，例如“务工”。');
  program.tap('居住事由请选择');
  await reads(program, '随迁');
  program.tap('务工');
  await program.until(() => !program.text.includes('请选择居住事由'), 'the complaint gone');
  await aMoment();
  program.tap('下一步');
  await reads(program, '我承诺内容真实。');
}

describe('applying in WeChat', () => {
  it('goes from the guide to the number by taps alone, for a service that no code knows', async () => {
    const { program, server } = start();
    await fillIn(program);
    program.tap('交上去');
    await reads(program, '请先阅读并勾选承诺，再交上去。');
    program.tap('我承诺内容真实。');
    await aMoment();
    program.tap('交上去');
    program.tap('交上去');
    await reads(program, 'GZ2026 1122 0317');
    await reads(program, '接收办理结果提醒');
    expect(server.submissions).toHaveLength(1);
    expect(server.draft).toMatchObject({ values: { purpose: 'work' }, situation: 'job', step: 'confirm' });
    expect(program.stack).toHaveLength(1);
    expect(program.errors).toEqual([]);
  });

  it('asks with the same key again when the answer was lost', async () => {
    const { program, server } = start();
    await fillIn(program);
    server.losing = 2;
    program.tap('我承诺内容真实。');
    await aMoment();
    program.tap('交上去');
    await reads(program, '手机没有连上网络');
    for (let tries = 0; tries < 2; tries += 1) {
      await aMoment();
      program.tap('交上去');
      await program.until(() => server.submissions.length >= tries + 2, 'another attempt');
    }
    await reads(program, 'GZ2026 1122 0317');
    expect(new Set(server.submissions).size).toBe(1);
    expect([...program.fake.storage.keys()].some((name) => name.startsWith('yz:submission:'))).toBe(false);
  });
});
