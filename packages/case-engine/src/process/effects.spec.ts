import { effectClause, type EffectDescriptor } from './effects';

const endorsement: Extract<EffectDescriptor, { type: 'endorsePermit' }> = {
  type: 'endorsePermit', permitId: 'permit', endorsedOn: '2026-11-22', validUntil: '2027-12-20', residenceSince: '2024-12-20', restored: false,
};

it('tells the holder until when the permit is good', () => {
  expect(effectClause(endorsement)).toBe('有效期至 2027 年 12 月 20 日');
  expect(effectClause({ ...endorsement, restored: true })).toBe('有效期至 2027 年 12 月 20 日，使用功能已恢复');
  expect(
    effectClause({
      type: 'issuePermit', permitType: 'residence-permit', city: '440100', address: { district: '440106', detail: '' }, issuedOn: '2026-11-22',
      validUntil: '2027-11-22', residenceSince: '2026-11-22',
    }),
  ).toBe('有效期至 2027 年 11 月 22 日');
});
