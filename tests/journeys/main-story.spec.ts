import { addDays, addYears, longDate } from '@yuezheng/shared-types';
import type { Desk } from './support/desk';
import { type Holder, makeHolder } from './support/holder';
import type { Phone } from './support/phone';
import { ENDORSE } from './support/resident';
import { inOrder } from './support/story';
import { World } from './support/world';

/** The main job, as people do it: apply, approve, show, be reminded, endorse. One story, told in order. */
describe('from the application to the endorsement', () => {
  let world: World;
  let phone: Phone;
  let reviewer: Desk;
  let clerk: Desk;
  let late: Holder;
  let latePhone: Phone;
  let today: string;
  /** The code that the clerk has accepted. */
  let used: string;

  beforeAll(async () => {
    world = await World.start();
    today = await world.outside.today();
    phone = await world.phoneOf(await world.outside.person({ text: '林晓岚' }));
    late = await makeHolder(world, await world.outside.person({ archetype: 'exempt', city: '440100' }, 1));
    latePhone = await world.phoneOf(late.person);
    [reviewer, clerk] = [await world.desk(), await world.desk()];
  }, 120_000);

  afterAll(() => world?.stop());

  const step = inOrder(() => world);

  step('she opens 粤证 from her phone and proves who she is', async () => {
    const sandbox = await phone.lookAtMessages();
    await sandbox.getByRole('heading', { name: '林晓岚' }).waitFor();
    await phone.open();
    await phone.sees('广州市', '完成实名认证');
    await phone.keep('01-home-before-real-name');
    await phone.tap('去认证');
    await phone.fill('姓名', '林晓岚');
    await phone.fill('证件号码', '430422199608155222');
    await phone.tap(/下一步，人脸核验/);
    await phone.sees(/身份证号码有误/);
    await phone.keep('02-real-name-error');
    await phone.fill('证件号码', phone.person.idNumber);
    await phone.tap(/下一步，人脸核验/);
    await phone.sees('认证成功');
    await phone.keep('03-real-name-done');
    await phone.tap('继续');
    await phone.sees(/^广州可办 \d+ 项$/);
    await phone.keep('04-home');
  });

  step('finds the service, reads about it and is told that she may apply', async () => {
    await phone.fill(/搜服务/, '申领');
    await phone.sees(/找到 \d+ 项/);
    await phone.keep('05-search');
    await phone.text('申领电子居住证').click();
    await phone.sees('办理条件', '《居住证暂行条例》第二条');
    await phone.keep('06-guide');
    await phone.tap('资格校验');
    await phone.sees('可以申领，且无需材料', '在广州居住满半年', '合法稳定就业');
    await phone.keep('07-eligibility');
  });

  step('fills in the form and submits', async () => {
    await phone.tap('开始申领');
    await phone.sees('选择您的情形', /^第 1 步$/);
    await phone.choose(/合法稳定就业/);
    await phone.keep('08-situation');
    await phone.tap('下一步');
    await phone.sees('核对居住信息', '4304 **** **** **21');
    await phone.page.locator('.yz-portrait img').filter({ visible: true }).first().waitFor();
    await phone.tap('下一步');
    await phone.sees(/请选择居住事由/);
    await phone.keep('09-form-error');
    await phone.tap(/居住事由/);
    await phone.choose('务工');
    await phone.fill('手机号码', phone.person.phone);
    await phone.sees(/已自动保存/);
    await phone.keep('10-form');
    await phone.tap('下一步');
    await phone.sees('确认后提交', '使用已有照片');
    await phone.page.locator('.yz-portrait img').filter({ visible: true }).first().waitFor();
    await phone.tick();
    await phone.keep('11-confirm');
    await phone.tap('提交申请');
    await phone.sees('提交成功', '办件编号');
    await phone.keep('12-submitted');
    await phone.tap('查看进度');
    await phone.sees('办件详情', '法定期限还剩');
    await phone.keep('13-case');
  });

  step('an official compares the data and approves', async () => {
    await reviewer.page.goto(`${world.stack.url}/console/`);
    await reviewer.button('登录工作台').waitFor();
    await reviewer.keep('14-console-login');
    await reviewer.logIn('chenzhiyuan');
    await reviewer.openCase('未认领', '林晓岚');
    await reviewer.button('认领此件').click();
    await reviewer.sees('申报与数据比对', '一致', /您于 .* 认领/);
    await reviewer.keep('15-review');
    await reviewer.approve('16-approve');
    await reviewer.sees(/刚才：林晓岚・申领电子居住证，已通过/);
  });

  step('the message reaches her, and she puts the permit into the wallet', async () => {
    const sandbox = await phone.lookAtMessages();
    await phone.openBy(sandbox.locator('a.wx', { hasText: '已办结' }).first());
    await phone.sees('办件详情', '已办结', `有效期至 ${longDate(addYears(today, 1))}`);
    await phone.keep('17-case-approved');
    await phone.tap('添加到亮证');
    await phone.sees('选择证照类型');
    await phone.tap(/^居住证/);
    await phone.button('添加这本居住证').waitFor();
    await phone.keep('18-permit-found');
    await phone.tap('添加这本居住证');
    await phone.sees('已添加到“亮证”');
    await phone.keep('19-linked');
    await phone.tap('查看我的证照');
    await phone.sees('我的证照', '广东省居住证');
    await phone.keep('20-wallet');
  });

  step('the live permit changes its code every five seconds and asks nothing for it', async () => {
    await phone.text('广东省居住证').click();
    await phone.sees('GUANGDONG RESIDENCE PERMIT', '林晓岚', /秒后更新/);
    const first = await phone.shownCode();
    const asked: string[] = [];
    phone.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const second = await phone.shownCode(first);
    await phone.keep('21-live-permit');
    expect(first).toMatch(/^YP1:/);
    expect(second).not.toBe(first);
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(395);
    expect(asked).toEqual([]);
  });

  step('a clerk’s scan accepts it: portrait, and the same two characters on both screens', async () => {
    await clerk.startShift('hejiamin');
    await clerk.sees('请扫描对方手机上的“亮证”码', '在线');
    await clerk.keep('22-counter-waiting');
    used = await phone.shownCode();
    await clerk.paste(used);
    await clerk.sees('核验通过', '林晓岚');
    const portrait = clerk.page.getByAltText('持证人照片');
    expect(await portrait.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100);
    const challenge = clerk.page.locator('.accepted-challenge strong');
    const characters = (await challenge.textContent()) ?? '';
    expect(Array.from(characters)).toHaveLength(2);
    await phone.sees(characters, '天河区政务服务中心 3 号窗口');
    await Promise.all([clerk.keep('23-accepted'), phone.keep('24-challenge')]);
    const shown = phone.text(characters);
    expect(await shown.evaluate(backgroundOf)).toBe(await challenge.evaluate(backgroundOf));
  });

  step('the same code again is refused as used, a code of before as too old', async () => {
    await clerk.paste(used);
    await clerk.sees('刚才已通过，不用重复扫描', '核验通过');
    await clerk.button('清除').click();
    await clerk.paste(used);
    await clerk.sees(/不能受理・此码已使用过/, /原因码 already-used/, '请这样做');
    await clerk.page.getByRole('img', { name: '方形叉号' }).waitFor();
    await clerk.keep('25-already-used');
    await phone.sees(/同一窗口又扫了一次，没有影响/);
    await phone.tap('继续出示');
    const screenshot = await phone.photographCode();
    await world.passSeconds(20);
    await clerk.showPicture(screenshot);
    await clerk.sees(/原因码 too-old/);
    await clerk.keep('26-too-old');
  });

  step('her wallet remembers who looked', async () => {
    await phone.tap('查验记录');
    await phone.sees('天河区政务服务中心 3 号窗口', '通过', '未通过');
    await phone.keep('27-verifications');
  });

  step('thirty days before the end she is reminded, and one tap endorses for another year', async () => {
    await world.moveTo(addDays(addYears(today, 1), -30));
    const sandbox = await phone.lookAtMessages();
    const reminder = sandbox.locator('a.wx', { hasText: /签注/ }).first();
    await reminder.waitFor();
    await sandbox.setViewportSize({ width: 1440, height: 900 });
    await phone.keepOf(sandbox, '28-sandbox-phone');
    await sandbox.setViewportSize({ width: 390, height: 844 });
    await phone.openBy(reminder);
    await phone.sees('确认后立即办结', '办结后', `有效期至 ${longDate(addYears(today, 2))}`, /地址有变动的，请先到派出所/);
    await phone.keep('29-endorse');
    await phone.tap('确认签注');
    await phone.sees('已办结', `有效期至 ${longDate(addYears(today, 2))}`);
    await phone.keep('30-endorsed');
    await phone.tap('返回');
    // The card and what is to be done come with one answer: where the new day stands, the reminder would stand too.
    await phone.sees(/^广州可办 \d+ 项$/, new RegExp(`有效期至 ${addYears(today, 2)}`));
    expect(await phone.page.getByText(/签注还有/).filter({ visible: true }).count()).toBe(0);
    await phone.goTo('pages/wallet/index');
    await phone.sees(`有效期至 ${addYears(today, 2)}`);
    await phone.keep('31-wallet-endorsed');
    await phone.goTo(`packages/apply/eligibility/index?serviceId=${ENDORSE}&city=440100&confirm=1`);
    await phone.sees('提醒的事已经办好，现在不用再办。');
  });

  step('whoever lets the day pass is suspended, and refused at the counter', async () => {
    await world.moveTo(late.validUntil);
    await latePhone.open(`packages/live-pass/permit/index?permitId=${late.permitId}`);
    const lastCode = await latePhone.shownCode();
    await world.passSeconds(20 * 3600);
    const sandbox = await latePhone.lookAtMessages();
    await sandbox.locator('a.wx', { hasText: /中止/ }).first().waitFor();
    await clerk.startShift('hejiamin');
    // The last credential ends with the permit: no phone makes a code after that day. Of an old one the clerk learns why.
    await clerk.paste(lastCode);
    await clerk.sees(/不能受理/, /原因码 suspended/, /过期未签注/);
    await clerk.keep('32-refused-after-the-day');
  });

  step('and a late endorsement restores the permit', async () => {
    await latePhone.open('pages/wallet/index');
    await latePhone.sees('广东省居住证', /中止/);
    expect(await latePhone.page.locator('.yz-permit--muted').filter({ visible: true }).count()).toBe(1);
    await latePhone.text('广东省居住证').click();
    await latePhone.sees(/使用功能.*中止|中止使用/);
    expect(await latePhone.page.locator('.yz-live__code').filter({ visible: true }).count()).toBe(0);
    await latePhone.keep('33-suspended');
    await latePhone.tap(/签注/);
    await latePhone.sees('确认后立即办结');
    await latePhone.tap('确认签注');
    await latePhone.sees('已办结');
    await latePhone.tap('去亮证');
    await latePhone.sees('广东省居住证', '有效');
    await latePhone.text('广东省居住证').click();
    await clerk.paste(await latePhone.shownCode());
    await clerk.sees('核验通过', late.person.name);
    await clerk.keep('34-restored');
  });

  step('nothing went wrong on any page', async () => {
    expect([...phone.problems, ...latePhone.problems, ...reviewer.problems, ...clerk.problems]).toEqual([]);
  });
});

const backgroundOf = (element: Element): string => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return '';
};
