import { addDays, EligibilityOutcome } from '@yuezheng/shared-types';
import { factsOf, holding, insured, registered } from '../../testing/facts';
import { guangzhou } from '../cities/guangzhou';
import { shenzhen } from '../cities/shenzhen';
import type { Facts } from '../facts';
import { eligibility } from './eligibility';

const settled = factsOf({ registrations: [registered('2024-04-13')], insurance: [insured(30)], permit: holding('2026-12-20') });
const on = (today: string, facts: Facts = settled): EligibilityOutcome => eligibility({ ...facts, today }, guangzhou);

describe('endorsing (row A10)', () => {
  it('is confirmed without materials by holders whom data confirm', () => {
    const outcome = on('2026-11-22');
    expect(EligibilityOutcome.safeParse(outcome).success).toBe(true);
    expect(outcome).toMatchObject({ verdict: 'exempt', headline: '可以签注，无需材料', legalBasis: '《居住证暂行条例》第十条', situations: [{ id: 'employment', exempt: true }] });
    expect(outcome.rules.map(({ id, met, tag }) => ({ id, met, tag }))).toEqual([
      { id: 'window', met: true, tag: '还有 28 天' },
      { id: 'residence', met: true, tag: '符合' },
      { id: 'grounds', met: true, tag: '1 项符合' },
    ]);
    expect(outcome.situations.every(({ exempt }) => exempt)).toBe(true);
  });

  it('waits for its month', () => {
    expect(on('2026-11-19')).toMatchObject({ verdict: 'not-yet', headline: '2026 年 11 月 20 日起可以签注', earliestDate: '2026-11-20', situations: [], rules: [{ id: 'window', met: false, tag: '时间未到' }] });
    expect(on('2026-11-20').verdict).toBe('exempt');
  });

  it('is in time on the last day, and late the day after', () => {
    expect(on('2026-12-20').rules[0]).toMatchObject({ met: true, tag: '今天到期', findings: [{ status: 'met' }] });
    const late = on('2026-12-21');
    expect(late).toMatchObject({ verdict: 'exempt', headline: '可以补办签注，无需材料' });
    expect(late.rules[0]).toMatchObject({ met: true, tag: '已逾期，可补办', note: '使用功能已中止。补办后恢复，居住年限自补办之日起连续计算。' });
  });

  it.each([
    ['no ground in the data', { ...settled, insurance: [] }],
    ['no registration any more', { ...settled, registrations: [] }],
  ])('asks for materials in special cases: %s', (_what, facts) => {
    const outcome = on('2026-11-22', facts);
    expect(outcome).toMatchObject({ verdict: 'with-materials', headline: '可以签注，需要上传材料' });
    expect(outcome.situations.map(({ id, exempt }) => `${id} ${String(exempt)}`).sort()).toEqual(['employment false', 'home false', 'schooling false']);
  });

  it.each([
    ['no permit', undefined],
    ['a cancelled one', holding('2026-12-20', { status: 'cancelled' })],
  ])('needs a permit: %s', (_what, permit) => {
    expect(on('2026-11-22', { ...settled, permit })).toMatchObject({ verdict: 'refused', headline: '没有查到您在广州的居住证', referral: { text: expect.stringContaining('亮证') } });
  });
});

describe('endorsing in Shenzhen (row B8)', () => {
  const facts = factsOf({
    registrations: [registered('2024-04-13', { city: '440300', district: '440305' })],
    insurance: [insured(24, '2026-11', '440300')],
    permit: holding('2027-01-21', { city: '440300' }),
  });
  const here = (today: string): EligibilityOutcome => eligibility({ ...facts, today, insurance: [insured(24, today.slice(0, 7), '440300')] }, shenzhen);

  it('begins sixty days before, under its own law', () => {
    expect(here('2026-11-21')).toMatchObject({ verdict: 'not-yet', earliestDate: '2026-11-22', legalBasis: '《深圳经济特区居住证条例》' });
    expect(here('2026-11-22').verdict).toBe('exempt');
  });

  it('can be made up for within two years', () => {
    expect(here('2029-01-21').headline).toBe('可以补办签注，无需材料');
    expect(here('2029-01-22')).toMatchObject({ verdict: 'refused', headline: '已超过补办签注的期限', next: { text: '补办期限已于 2029 年 1 月 21 日届满，请重新申领居住证。' } });
  });
});

describe('any day about the end of a permit', () => {
  it('has an answer that says what to do', () => {
    for (let today = '2026-10-01'; today < '2027-02-01'; today = addDays(today, 1)) {
      const outcome = on(today);
      expect(outcome.verdict).toBe(today < '2026-11-20' ? 'not-yet' : 'exempt');
      expect(outcome.next.text).toMatch(/。$/);
    }
  });
});
