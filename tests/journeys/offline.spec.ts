import type { Desk } from './support/desk';
import { type Holder, makeHolder } from './support/holder';
import type { Phone } from './support/phone';
import { APPLY, Resident } from './support/resident';
import { onItsOwn } from './support/story';
import { World } from './support/world';

const GUANGZHOU = '440100';

/** Without a network: what was typed is kept, the permit is shown, and the counter judges for itself. */
describe('without a network', () => {
  let world: World;
  let holder: Holder;

  beforeAll(async () => {
    world = await World.start();
    holder = await makeHolder(world, await world.outside.person({ archetype: 'exempt', city: GUANGZHOU }));
  }, 120_000);

  afterAll(() => world?.stop());

  const test = onItsOwn(() => world);

  const faultsOf = ({ problems }: Phone | Desk): string[] => problems.filter((problem) => problem.startsWith('uncaught'));

  async function showPermit(): Promise<Phone> {
    const phone = await world.phoneOf(holder.person);
    await phone.showPermit(holder.permitId);
    return phone;
  }

  test('a draft outlives typing offline and leaving the app', async () => {
    const person = await world.outside.person({ archetype: 'with-materials', city: GUANGZHOU });
    const resident = await Resident.verified(world, person);
    const draft = await resident.draft(APPLY, { situation: 'employment', values: { employer: '广州明岚设计有限公司' }, step: 'form' });
    const phone = await world.phoneOf(person);
    await phone.open(`packages/apply/form/index?draftId=${draft.id}`);
    await phone.sees('核对居住信息');
    await phone.context.setOffline(true);
    await phone.fill('工作单位', '广州明岚设计（集团）有限公司');
    await phone.sees('没有网络，已存在手机上');
    await phone.keep('80-typed-offline');
    await phone.leave();
    await phone.context.setOffline(false);
    await phone.comeBack(`packages/apply/form/index?draftId=${draft.id}`);
    await phone.sees('核对居住信息', /已自动保存/);
    expect(await phone.box('工作单位').inputValue()).toBe('广州明岚设计（集团）有限公司');
    await phone.goTo('packages/apply/cases/index');
    await phone.sees('未提交的草稿', '申领电子居住证');
    await phone.keep('81-draft-in-list');
    await phone.tap('继续');
    await phone.sees('核对居住信息');
    expect(faultsOf(phone)).toEqual([]);
  });

  test('the permit goes on showing codes, and a counter with a network accepts them', async () => {
    const [phone, clerk] = [await showPermit(), await world.desk()];
    await clerk.startShift('hejiamin');
    await phone.context.setOffline(true);
    await phone.sees(/离线出示/);
    const before = await phone.shownCode();
    const code = await phone.shownCode(before);
    await phone.keep('82-live-permit-offline');
    await clerk.paste(code);
    await clerk.sees('核验通过', holder.person.name);
    expect([...faultsOf(phone), ...clerk.problems]).toEqual([]);
  });

  test('the counter judges offline, tells a second use, and reports at sync what was used elsewhere', async () => {
    const [phone, clerk, elsewhere] = [await showPermit(), await world.desk(), await world.desk()];
    await Promise.all([clerk.startShift('hejiamin'), elsewhere.startShift('wujianhui')]);
    await clerk.sees(/状态截至/);
    await elsewhere.sees(/状态截至/);
    await clerk.context.setOffline(true);
    const code = await phone.shownCode();
    await elsewhere.paste(code);
    await elsewhere.sees('核验通过');
    await clerk.paste(code);
    await clerk.sees('核验通过', '离线核验・保证级别 较低', '1 条待同步');
    await clerk.keep('83-counter-offline');
    await clerk.paste(code);
    await clerk.sees('刚才已通过，不用重复扫描', '核验通过', '1 条待同步');
    await clerk.button('清除').click();
    await clerk.paste(code);
    await clerk.sees(/原因码 already-used/);
    await clerk.context.setOffline(false);
    await clerk.sees(/重复使用：/, /番禺区政务服务中心 1 号窗口/);
    await clerk.keep('84-double-use');
    await clerk.page.reload();
    await clerk.sees(/重复使用：/, /请先暂停办结这一笔受理/);
    await clerk.button('已知悉').click();
    await clerk.page.getByText('重复使用：').waitFor({ state: 'hidden' });
    await clerk.page.getByText('条待同步').waitFor({ state: 'hidden' });
    await clerk.sees(/下一次：在线核验/);
    expect([...faultsOf(phone), ...faultsOf(clerk), ...elsewhere.problems]).toEqual([]);
  });

  test('the counter opens without a network, also in a page without a log-in, and syncs after the next one', async () => {
    const [phone, clerk] = [await showPermit(), await world.desk()];
    await clerk.startShift('hejiamin');
    await clerk.sees(/状态截至/);
    await clerk.isKept();
    await clerk.context.setOffline(true);
    await clerk.page.reload();
    await clerk.sees(/状态截至/, '本机时间未经校准', /下一次：离线核验/);
    const code = await phone.shownCode();
    await clerk.scan(code);
    await clerk.sees('核验通过', '离线核验・保证级别 较低', '1 条待同步');
    await clerk.keep('85-counter-reloaded-offline');
    await clerk.scan(code, 'Tab');
    await clerk.sees('刚才已通过，不用重复扫描', '核验通过', '1 条待同步');
    await clerk.button('清除').click();
    await clerk.scan(code, 'Tab');
    await clerk.sees(/原因码 already-used/);

    await clerk.reopen();
    await clerk.button(/^没有网络，以 何嘉敏.*身份离线核验$/).waitFor();
    await clerk.keep('86-log-in-offline');
    await clerk.button(/身份离线核验$/).click();
    await clerk.choosePurpose('政务服务');
    await clerk.sees(/以离线身份工作/, '2 条待同步');
    await clerk.scan(code, 'nothing');
    // On a slow machine the code has grown old meanwhile.
    await clerk.sees(/原因码 (already-used|too-old)/);
    await clerk.bringPicture('drop', await phone.photographCode());
    await clerk.sees('核验通过', '离线时不显示照片', '4 条待同步');
    await clerk.keep('87-counter-without-log-in');
    await phone.shownCode(await phone.shownCode());
    await clerk.bringPicture('paste', await phone.photographCode());
    await clerk.sees('核验通过', '5 条待同步');

    await clerk.context.setOffline(false);
    await clerk.sees(/随后同步 5 条离线核验/);
    await clerk.button('登录并同步').click();
    await clerk.fillLogIn('hejiamin');
    await clerk.choosePurpose('政务服务');
    await clerk.page.getByText('条待同步').waitFor({ state: 'hidden' });
    await clerk.sees(/下一次：在线核验/);
    expect([...faultsOf(phone), ...faultsOf(clerk)]).toEqual([]);
  });
});
