import type { Environment } from '../config/config';
import type { NoticeTemplate } from './notice';
import { officialMessage, shortMessage, subscribeMessage } from './wording';

const ENV = {
  WECHAT_TEMPLATE_ENDORSEMENT_DUE: 'T1', WECHAT_TEMPLATE_PERMIT_SUSPENDED: 'T2', WECHAT_TEMPLATE_CASE_PROGRESS: 'T3',
  WECHAT_SUBSCRIBE_ENDORSEMENT_DUE: 'S1', WECHAT_SUBSCRIBE_CASE_PROGRESS: 'S2', WECHAT_SUBSCRIBE_SUPPLEMENT: 'S3',
  SMS_TEMPLATE_ENDORSEMENT_DUE: 'M1', SMS_TEMPLATE_PERMIT_SUSPENDED: 'M2', SMS_TEMPLATE_CASE_PROGRESS: 'M3',
} as Environment;
const NOW = Date.UTC(2026, 10, 22, 1, 41);
const LONG = '非常非常长的一个事项名称，超过二十个字的那一种名称';

const TEMPLATES: NoticeTemplate[] = [
  { id: 'endorsement-due', permitTitle: LONG, holderName: '阿卜杜拉·买买提·艾合买提', on: '2026-12-20', hint: LONG },
  { id: 'permit-suspended', permitTitle: '广东省居住证', holderName: '陈䶮', on: '2026-12-21', hint: '补办' },
  { id: 'case-progress', serviceTitle: LONG, number: 'GZ2026 1122 0317', phase: '已经办理完结', hint: LONG },
  { id: 'supplement', serviceTitle: '申领电子居住证', number: 'GZ2026 1122 0317', what: LONG, dueOn: '2026-12-22' },
];

it.each(TEMPLATES)('keeps to WeChat’s limits: $id', (template) => {
  for (const { values } of [officialMessage(template, ENV, NOW), subscribeMessage(template, ENV, NOW)]) {
    for (const [keyword, value] of Object.entries(values)) {
      const length = Array.from(value).length;
      expect(length).toBeGreaterThan(0);
      if (keyword.startsWith('thing')) expect(length).toBeLessThanOrEqual(20);
      if (keyword.startsWith('phrase')) expect(value).toMatch(/^\p{Script=Han}{1,5}$/u);
      if (keyword.startsWith('name')) expect(length).toBeLessThanOrEqual(10);
      if (keyword.startsWith('date') || keyword.startsWith('time')) expect(value).toMatch(/^2026年\d{1,2}月\d{1,2}日( \d\d:\d\d)?$/);
    }
  }
});

it('says the day and the way in a text message', () => {
  expect(shortMessage(TEMPLATES[0]!, ENV, 'https://x/#/p')).toEqual({ templateId: 'M1', parameters: ['2026 年 12 月 20 日', 'https://x/#/p'] });
});

describe('an approval', () => {
  const approval: NoticeTemplate = {
    id: 'case-progress', serviceTitle: '签注居住证', number: 'ZH2026 1122 0001', phase: '已办结', hint: '有效期至 2027 年 12 月 20 日', outcome: '有效期至 2027 年 12 月 20 日',
  };

  it('says in a text message until when the permit is good', () => {
    expect(shortMessage(approval, ENV, 'https://x').parameters).toEqual(['签注居住证', 'ZH2026 1122 0001', '已办结，有效期至 2027 年 12 月 20 日', 'https://x']);
  });

  it('says it whole within what WeChat lets a thing be', () => {
    expect(subscribeMessage(approval, ENV, NOW).values.thing5).toBe('有效期至2027年12月20日');
  });
});
