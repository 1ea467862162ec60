import type { Desk } from './support/desk';
import { photographContract } from './support/paper';
import type { Phone } from './support/phone';
import { APPLY, Resident } from './support/resident';
import { inOrder } from './support/story';
import { World } from './support/world';

/** With papers: uploaded, found wanting, supplied all at once, approved; and another one returned with its reason. */
describe('papers that were wanting', () => {
  let world: World;
  let phone: Phone;
  let reviewer: Desk;
  let colleague: Desk;

  beforeAll(async () => {
    world = await World.start();
    phone = await world.phoneOf(await world.outside.person({ text: '陈国栋' }));
    await Resident.verified(world, phone.person);
    [reviewer, colleague] = [await world.desk(), await world.desk()];
  }, 120_000);

  afterAll(() => world?.stop());

  const step = inOrder(() => world);

  step('are photographed and sent in with the application', async () => {
    await phone.open(`packages/apply/eligibility/index?serviceId=${APPLY}&city=440100`);
    await phone.sees('可以申领，需要上传材料');
    await phone.keep('40-eligibility-with-materials');
    await phone.tap('开始申领');
    await phone.choose(/合法稳定就业/);
    await phone.tap('下一步');
    await phone.sees('核对居住信息');
    await phone.tap(/居住事由/);
    await phone.choose('务工');
    await phone.fill('工作单位', '广州明岚设计有限公司');
    await phone.tap('下一步');
    await phone.sees('劳动合同或营业执照', '0 / 4 张');
    await phone.pick(/拍摄或选择劳动合同/, { name: '劳动合同.png', mimeType: 'image/png', buffer: await photographContract(world.browser, phone.person.name) });
    await phone.sees('1 / 4 张');
    await phone.keep('41-materials');
    await phone.tap('下一步');
    await phone.sees('确认后提交');
    await phone.tick();
    await phone.keep('42-confirm-with-materials');
    await phone.tap('提交申请');
    await phone.sees('提交成功');
  });

  step('are seen by two officials, of whom one has the case', async () => {
    await Promise.all([reviewer.logIn('chenzhiyuan'), colleague.logIn('liangwanyi')]);
    await reviewer.openCase('未认领', phone.person.name);
    await colleague.openCase('未认领', phone.person.name);
    await reviewer.button('认领此件').click();
    await reviewer.sees(/您于 .* 认领/, '劳动合同或营业执照');
    await reviewer.keep('43-review-with-materials');
    await colleague.sees('此件由 陈志远 办理，您可以查看，不能作决定。');
    await colleague.keep('44-claimed-by-other');
    expect(await colleague.button('通过并签发').count()).toBe(0);
  });

  step('are asked for all at once', async () => {
    await reviewer.button('一次性告知补件').click();
    const { dialog } = reviewer;
    await dialog.getByRole('checkbox', { name: '劳动合同或营业执照' }).check();
    await dialog.getByRole('button', { name: '盖章页看不清，请重拍' }).click();
    await dialog.getByRole('checkbox', { name: '工作单位' }).check();
    await dialog.getByLabel('工作单位的补正要求').fill('与材料上的单位名称不一致，请更正');
    await reviewer.keep('45-ask-for-supplement');
    await reviewer.confirm('一次性告知 2 项');
    await reviewer.sees(/已一次性告知补正 2 项/);
  });

  step('are supplied together from the message, and not in part', async () => {
    const sandbox = await phone.lookAtMessages();
    const message = sandbox.locator('a.wx, .bubble a').first();
    await message.waitFor();
    await phone.openBy(message);
    await phone.sees('盖章页看不清，请重拍', '与材料上的单位名称不一致，请更正');
    await phone.keep('46-case-supplement');
    await phone.tap('补正 2 项');
    await phone.sees('共 2 项，一次补齐', '已提交的图片会保留，请补充或替换', '1 / 4 张');
    await phone.pick(/拍摄或选择劳动合同/, { name: '盖章页.png', mimeType: 'image/png', buffer: await photographContract(world.browser, phone.person.name) });
    await phone.fill('工作单位', '广州明岚设计（集团）有限公司');
    await phone.sees('2 / 4 张');
    await phone.keep('47-supply');
    await phone.tap('补正 2 项');
    await phone.sees(/已补正|补件已|审核中/);
    await phone.keep('48-supplied');
  });

  step('come back to the same official, who approves', async () => {
    await reviewer.openCase('补件回来', phone.person.name);
    const pages = reviewer.page.getByRole('list', { name: '全部材料' }).getByRole('button');
    await pages.nth(1).waitFor();
    expect(await pages.count()).toBe(2);
    await reviewer.approve();
    await reviewer.sees(/已通过，申请人会收到通知/);
    await phone.goTo('packages/apply/cases/index');
    await phone.sees('我的办件', '申领电子居住证');
    await phone.keep('49-my-cases');
  });

  step('of another are returned, and the reason reaches the applicant', async () => {
    const other = await world.phoneOf(await world.outside.person({ archetype: 'exempt', city: '440100' }, 1));
    const { caseId } = await (await Resident.verified(world, other.person)).submitted(APPLY);
    await reviewer.openCase('未认领', other.person.name);
    await reviewer.button('认领此件').click();
    await reviewer.button('退件并说明').click();
    await reviewer.dialog.getByLabel('原因').fill('居住登记地址与实际不符，请先到派出所更正居住登记后重新申领。');
    await reviewer.keep('50-return');
    await reviewer.confirm('退件并说明');
    await reviewer.sees(/已退件，原因已发给申请人/);
    await other.open(`packages/apply/case/index?caseId=${caseId}`);
    await other.sees(/居住登记地址与实际不符/, '重新办理');
    await other.keep('51-returned');
  });

  step('gave no page anything to complain about', async () => {
    expect([...phone.problems, ...reviewer.problems, ...colleague.problems]).toEqual([]);
  });
});
