import { apiPath, everydayAnswers } from './answers';
import { builtForWechat } from './built';
import { MiniProgram, SET_DATA_LIMIT } from './mini-program';

const HOME = '/pages/home/index';
const NODES_AT_MOST = 1000;

const started: MiniProgram[] = [];

const start = (answer = everydayAnswers): MiniProgram => {
  const program = new MiniProgram(builtForWechat(), answer);
  started.push(program);
  return program;
};

afterEach(() => started.splice(0).forEach((program) => program.close()));

describe('the mini-program as built for WeChat', () => {
  it('loads without eval and without anything that only a browser has', () => {
    const program = start();
    expect(program.pages.length).toBeGreaterThanOrEqual(6);
    expect(program.errors).toEqual([]);
  });

  it('opens every page of app.json', async () => {
    const program = start();
    for (const page of program.pages) {
      program.open('navigateTo', `/${page}`);
      await program.until(() => program.nodes.length > 5, `a first picture of ${page}`);
      expect(program.nodes.length).toBeLessThan(NODES_AT_MOST);
    }
    expect(program.errors).toEqual([]);
    expect(program.largestSetData).toBeLessThan(SET_DATA_LIMIT);
  });

  it('logs in once and shows the permit and the services', async () => {
    const program = start();
    program.open('switchTab', HOME);
    await program.until(() => program.text.includes('林晓岚') && program.text.includes('广州可办 1 项'), 'the permit and the services');
    const paths = program.fake.requests.map(apiPath);
    expect(paths.filter((path) => path === '/auth/wechat')).toHaveLength(1);
    const home = program.fake.requests.find((request) => apiPath(request) === '/home');
    expect(home).toMatchObject({ method: 'GET', header: { Authorization: 'Bearer token-of-the-first-session' } });
    expect(home?.url).toMatch(/^https:\/\/[^/]+\/api\/home\?city=440100$/);
    expect(program.fake.storage.get('yz:session')).toBe('"token-of-the-first-session"');
  });

  it('gives writes an idempotency key', async () => {
    const program = start();
    program.open('switchTab', HOME);
    await program.until(() => program.fake.requests.map(apiPath).includes('/auth/wechat'), 'the log-in');
    const login = program.fake.requests.find((request) => apiPath(request) === '/auth/wechat');
    expect(login?.method).toBe('POST');
    expect(login?.header['Idempotency-Key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(JSON.parse(String(login?.data))).toEqual({ code: 'code-of-this-phone' });
  });

  it('moves on when a service is tapped', async () => {
    const program = start();
    program.open('switchTab', HOME);
    await program.until(() => program.text.includes('电子居住证'), 'the service');
    program.tap('申领电子居住证');
    await program.until(() => program.stack.length === 2, 'the next page');
    expect(program.page.route).toBe('packages/apply/guide/index');
  });

  it('says what to do without a network, and reads again when asked', async () => {
    let offline = true;
    const program = start((request) => (offline ? 'offline' : everydayAnswers(request)));
    program.open('switchTab', HOME);
    await program.until(() => program.text.includes('没有连上网络'), 'the sentence');
    offline = false;
    program.tap('重新加载');
    await program.until(() => program.text.includes('广州可办 1 项'), 'the services');
  });

  it('labels what is tapped for screen readers', async () => {
    const program = start();
    program.open('switchTab', HOME);
    await program.until(() => program.text.includes('林晓岚'), 'the permit');
    const spoken = program.nodes.flatMap((node) => Object.values(node)).filter((value) => typeof value === 'string');
    expect(spoken).toEqual(expect.arrayContaining(['button', '当前城市：广州市', '申领电子居住证']));
  });
});
