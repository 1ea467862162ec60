import { addDays, EligibilityOutcome } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { employed, enrolled, factsOf, holding, insured, owning, registered, TODAY } from '../../testing/facts';
import { CITIES } from '../cities';
import { foshan } from '../cities/foshan';
import { guangzhou } from '../cities/guangzhou';
import { shenzhen } from '../cities/shenzhen';
import type { Facts } from '../facts';
import { definition } from './definition';
import { eligibility } from './eligibility';

const at = (facts: Facts, today: string): Facts => ({ ...facts, today });
const rule = (outcome: EligibilityOutcome, id: string): EligibilityOutcome['rules'][number] | undefined => outcome.rules.find((candidate) => candidate.id === id);

describe('half a year of residence (row A4)', () => {
  it.each([
    ['2026-08-31', '2027-02-28'],
    ['2026-08-30', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-10-13', '2027-04-13'],
    ['2026-07-01', '2027-01-01'],
  ])('registered %s, eligible from %s', (from, earliestDate) => {
    const facts = factsOf({ today: addDays(from, 10), registrations: [registered(from)], insurance: [insured(12, '2027-08'), insured(12, '2028-03')], employment: [employed()] });
    const early = eligibility(facts, guangzhou);
    expect(early).toMatchObject({ verdict: 'not-yet', earliestDate, situations: [] });
    expect(eligibility(at(facts, addDays(earliestDate, -1)), guangzhou).verdict).toBe('not-yet');
    expect(eligibility(at(facts, earliestDate), guangzhou).verdict).toBe('exempt');
  });

  it('says what was found, what is left, and when', () => {
    const outcome = eligibility(factsOf({ today: '2026-11-22', registrations: [registered('2026-07-02')], insurance: [insured(9)] }), guangzhou);
    expect(outcome).toMatchObject({
      headline: '2027 年 1 月 2 日起可以申领', legalBasis: '《居住证暂行条例》第二条', earliestDate: '2027-01-02',
      next: { title: '接下来', text: '2027 年 1 月 2 日起可以申领，到时再来校验即可。其他条件已符合，不用准备材料。' },
    });
    expect(rule(outcome, 'residence')).toMatchObject({
      title: '在广州居住满半年', met: false, tag: '还差 41 天', note: '到 2027 年 1 月 2 日即满半年。',
      progress: { from: '2026-07-02', reachedOn: '2027-01-02', today: '2026-11-22', fromLabel: '2026-07-02 登记', reachedLabel: '满半年 2027-01-02', todayLabel: '第 144 天' },
      findings: [{ id: 'registration', status: 'unmet' }],
    });
    expect(rule(outcome, 'grounds')).toMatchObject({ met: true, tag: '1 项符合' });
  });

  it('asks to bring papers along where data confirm no ground', () => {
    expect(eligibility(factsOf({ registrations: [registered('2026-07-02')] }), guangzhou).next.text).toContain('请提前准备就业、住所或就读的证明');
  });

  it('as in the drawing: registered 2026-04-13, seen on 22 November', () => {
    const outcome = eligibility(factsOf({ registrations: [registered('2026-04-13')], insurance: [insured(9)] }), guangzhou);
    expect(rule(outcome, 'residence')?.progress).toMatchObject({ fromLabel: '2026-04-13 登记', reachedLabel: '满半年 10-13', todayLabel: '第 224 天' });
    expect(rule(outcome, 'grounds')?.findings[0]).toMatchObject({ title: '合法稳定就业', found: '社会保险 · 连续缴纳 9 个月', source: { name: '社会保险', asOf: TODAY } });
    expect(outcome).toMatchObject({ verdict: 'exempt', headline: '可以申领，且无需材料' });
  });

  it('sends who is not registered to register, without a promise', () => {
    const outcome = eligibility(factsOf({ insurance: [insured(9)] }), guangzhou);
    expect(outcome).toMatchObject({ verdict: 'not-yet', headline: '还不能申领，请先办理居住登记', earliestDate: '2027-05-22' });
    expect(outcome.next.text).toBe('请先到居住地社区或派出所办理居住登记。今天登记的话，最早 2027 年 5 月 22 日可以办理。');
    expect(rule(outcome, 'residence')?.progress).toBeUndefined();
  });

  it.each([
    ['own home', factsOf({ ownedHomes: [owning('2026-05-22')] }), 'home'],
    ['the home of a parent', factsOf({ ownedHomes: [owning('2026-05-22', 'parent')] }), 'home'],
    ['own home, registered last week', factsOf({ registrations: [registered('2026-11-15')], ownedHomes: [owning('2020-01-01')] }), 'home'],
    ['enrolled', factsOf({ registrations: [registered('2026-11-15')], schooling: [enrolled('2026-05-22')] }), 'schooling'],
  ])('is not needed of registration: %s', (_what, facts, situation) => {
    const outcome = eligibility(facts, guangzhou);
    expect(outcome.verdict).toBe('exempt');
    expect(outcome.situations[0]).toMatchObject({ id: situation, exempt: true });
  });

  it.each([
    ['a home owned for less', factsOf({ ownedHomes: [owning('2026-05-23')] }), '2026-11-23'],
    ['a home and a registration: the earlier counts', factsOf({ registrations: [registered('2026-07-01')], ownedHomes: [owning('2026-06-01')] }), '2026-12-01'],
    ['enrolled for less', factsOf({ schooling: [enrolled('2026-09-01')] }), '2027-03-01'],
  ])('is still to come: %s', (_what, facts, earliestDate) => expect(eligibility(facts, guangzhou)).toMatchObject({ verdict: 'not-yet', earliestDate }));

  it.each([
    ['a home in another city', factsOf({ ownedHomes: [owning('2020-01-01', 'self', '440400')] })],
    ['a home bought for the future', factsOf({ ownedHomes: [owning('2026-12-01')] })],
    ['schooling with a break', factsOf({ schooling: [enrolled('2020-09-01', { continuous: false })] })],
    ['schooling that ended', factsOf({ schooling: [enrolled('2020-09-01', { to: '2026-07-01' })] })],
  ])('does not come from %s', (_what, facts) => expect(rule(eligibility(facts, guangzhou), 'residence')).toMatchObject({ met: false, tag: '没有查到居住登记' }));
});

describe('one of employment, home, schooling', () => {
  const resident = { registrations: [registered('2026-04-13')] };
  const lease = (from: string, to: string): Partial<Facts> => ({ leases: [{ city: '440100', address: '体育西路 103 号', from, to }] });

  it.each<[string, Partial<Facts>, string, string]>([
    ['six months of insurance', { insurance: [insured(6)] }, 'employment', '社会保险 · 连续缴纳 6 个月'],
    ['a contract on file', { employment: [employed()] }, 'employment', '劳动用工备案 · 广州明岚设计有限公司'],
    ['a contract, with little insurance', { employment: [employed()], insurance: [insured(2)] }, 'employment', '劳动用工备案 · 广州明岚设计有限公司'],
    ['a lease', lease('2026-01-01', '2026-11-22'), 'home', '房屋租赁备案 · 体育西路 103 号'],
    ['school', { schooling: [enrolled('2026-09-01')] }, 'schooling', '广州市第一中学 · 高中二年级'],
  ])('%s confirms it', (_what, known, situation, found) => {
    const outcome = eligibility(factsOf({ ...resident, ...known }), guangzhou);
    expect(outcome.verdict).toBe('exempt');
    expect(outcome.situations[0]).toEqual({ id: situation, exempt: true, note: `${found}，无需材料` });
    expect(outcome.situations.slice(1).every((other) => !other.exempt)).toBe(true);
  });

  it.each<[string, Partial<Facts>, string]>([
    ['nothing', {}, '没有查到参保或用工记录'],
    ['five months of insurance', { insurance: [insured(5)] }, '社会保险 · 连续缴纳 5 个月，未满 6 个月'],
    ['a contract that ended', { employment: [employed({ to: '2026-11-21' })] }, '没有查到参保或用工记录'],
    ['a contract that begins tomorrow', { employment: [employed({ from: '2026-11-23' })] }, '没有查到参保或用工记录'],
    ['a job in another city', { employment: [employed({ city: '440300' })] }, '没有查到参保或用工记录'],
  ])('%s does not: papers are asked for', (_what, known, found) => {
    const outcome = eligibility(factsOf({ ...resident, ...known }), guangzhou);
    expect(outcome).toMatchObject({ verdict: 'with-materials', headline: '可以申领，需要上传材料' });
    expect(rule(outcome, 'grounds')).toMatchObject({ tag: '需要材料证明', findings: [{ found }, { id: 'home' }, { id: 'schooling' }] });
    expect(outcome.situations).toEqual([
      { id: 'employment', exempt: false, note: '上传劳动合同或营业执照' },
      { id: 'home', exempt: false, note: '上传房产证明、租赁合同或住宿证明' },
      { id: 'schooling', exempt: false, note: '上传学生证或在读证明' },
    ]);
  });

  it.each<[string, Partial<Facts>, string]>([
    ['ended', lease('2025-01-01', '2026-10-31'), '房屋租赁备案 · 已于 2026-10-31 到期'],
    ['has not begun', lease('2026-12-01', '2027-11-30'), '没有查到产权或租赁备案'],
  ])('a lease that %s does not', (_what, known, found) => {
    expect(rule(eligibility(factsOf({ ...resident, ...known }), guangzhou), 'grounds')?.findings[1]).toMatchObject({ id: 'home', found });
  });
});

describe('who is sent elsewhere', () => {
  it.each([
    ['hk-macao-permit', factsOf({ person: { documentType: 'hk-macao-permit' } }), '港澳台居民请办理港澳台居民居住证', '公安窗口'],
    ['taiwan-permit', factsOf({ person: { documentType: 'taiwan-permit' } }), '港澳台居民请办理港澳台居民居住证', '公安窗口'],
    ['at home', factsOf({ person: { household: { code: '440103', text: '广东省广州市荔湾区' } } }), '您的户籍就在广州市，不需要居住证', '切换'],
    ['a holder', factsOf({ permit: holding('2026-11-22') }), '您在广州已有有效的居住证', '亮证'],
    ['a suspended holder', factsOf({ permit: holding('2026-10-01', { status: 'suspended' }) }), '您的居住证已中止使用，补办签注即可恢复', '签注'],
    ['a holder whose permit ran out yesterday', factsOf({ permit: holding('2026-11-21') }), '您的居住证已中止使用，补办签注即可恢复', '签注'],
  ])('%s', (_who, facts, headline, where) => {
    const outcome = eligibility(facts, guangzhou);
    expect(outcome).toMatchObject({ verdict: 'refused', headline, situations: [], rules: [] });
    expect(outcome.referral?.text).toContain(where);
  });

  it('is not who comes from another city of Guangdong, nor whose permit was cancelled', () => {
    const resident = { registrations: [registered('2026-04-13', { city: '440600', district: '440605' })] };
    const fromGuangzhou = factsOf({ ...resident, person: { household: { code: '440103', text: '广东省广州市荔湾区' } } });
    expect(eligibility(fromGuangzhou, foshan).verdict).toBe('with-materials');
    expect(eligibility(factsOf({ registrations: [registered('2026-04-13')], permit: holding('2026-12-20', { status: 'cancelled' }) }), guangzhou).verdict).toBe('with-materials');
  });
});

describe('the rules of Shenzhen (row B8)', () => {
  const here = (from: string): Partial<Facts> => ({ registrations: [registered(from, { city: '440300', district: '440305' })] });
  const paid = (count: number, until = '2026-11'): ReturnType<typeof insured> => insured(count, until, '440300');
  const verdict = (facts: Partial<Facts>): string => eligibility(factsOf(facts), shenzhen).verdict;

  it('are a year of registration', () => {
    expect(verdict({ ...here('2025-11-22'), insurance: [paid(12)] })).toBe('exempt');
    expect(eligibility(factsOf({ ...here('2025-11-23'), insurance: [paid(12)] }), shenzhen)).toMatchObject({ verdict: 'not-yet', earliestDate: '2026-11-23' });
    expect(verdict({ ownedHomes: [owning('2010-01-01', 'self', '440300')], insurance: [paid(12)] })).toBe('not-yet');
  });

  it('and twelve months of insurance in a row, or eighteen within two years', () => {
    const with18 = [paid(6), paid(12, '2026-03')];
    expect(verdict({ ...here('2024-01-01'), insurance: [paid(11)] })).toBe('with-materials');
    expect(verdict({ ...here('2024-01-01'), insurance: with18 })).toBe('exempt');
    expect(verdict({ ...here('2024-01-01'), insurance: [paid(5), paid(12, '2026-03')] })).toBe('with-materials');
  });

  it('know one situation', () => {
    expect(eligibility(factsOf({ ...here('2024-01-01'), insurance: [paid(12)] }), shenzhen)).toMatchObject({
      legalBasis: '《深圳经济特区居住证条例》', situations: [{ id: 'employment', exempt: true }],
    });
  });

  it('let who let his permit lapse for two years apply again', () => {
    const lapsed = holding('2024-11-21', { city: '440300', status: 'suspended' });
    expect(verdict({ ...here('2024-01-01'), insurance: [paid(12)], permit: lapsed })).toBe('exempt');
    expect(verdict({ ...here('2024-01-01'), insurance: [paid(12)], permit: { ...lapsed, validUntil: '2024-11-22' } })).toBe('refused');
  });
});

describe('whatever the systems know', () => {
  const day = fc.nat({ max: 1500 }).map((days) => addDays('2023-01-01', days));
  const place = fc.constantFrom('440100', '440300');
  const someFacts = fc
    .record({
      registrations: fc.array(fc.tuple(day, place, fc.constantFrom('active', 'ended', 'wrong-information')).map(([from, city, status]) => registered(from, { city, status })), { maxLength: 3 }),
      insurance: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), place).map(([count, city]) => insured(count, '2026-11', city)), { maxLength: 2 }),
      ownedHomes: fc.array(fc.tuple(day, place).map(([since, city]) => owning(since, 'spouse', city)), { maxLength: 1 }),
      schooling: fc.array(fc.tuple(day, fc.boolean()).map(([from, continuous]) => enrolled(from, { continuous })), { maxLength: 1 }),
      permit: fc.option(fc.tuple(day, fc.constantFrom('valid', 'suspended', 'cancelled')).map(([until, status]) => holding(until, { status })), { nil: undefined }),
    })
    .map((known) => factsOf(known));

  it('answers with one of four verdicts, each with what belongs to it', () => {
    const situations = definition.situations.map(({ id }) => id);
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...CITIES), (facts, city) => {
        const outcome = eligibility(facts, city);
        expect(EligibilityOutcome.safeParse(outcome).success).toBe(true);
        expect(situations).toEqual(expect.arrayContaining(outcome.situations.map(({ id }) => id)));
        expect(outcome.situations.some(({ exempt }) => exempt)).toBe(outcome.verdict === 'exempt');
        expect(outcome.situations.length > 0).toBe(outcome.verdict === 'exempt' || outcome.verdict === 'with-materials');
        expect(outcome.earliestDate !== undefined).toBe(outcome.verdict === 'not-yet');
        expect(outcome.referral !== undefined).toBe(outcome.verdict === 'refused');
        expect(outcome.rules.every(({ met }) => met)).toBe(outcome.verdict === 'exempt' || outcome.verdict === 'refused');
        expect(JSON.stringify(outcome)).not.toContain('undefined');
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its promise: on the earliest date, and not a day before, the person may apply', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(guangzhou, shenzhen), (facts, city) => {
        const outcome = eligibility(facts, city);
        fc.pre(outcome.earliestDate !== undefined && outcome.rules[0]?.progress !== undefined);
        const { earliestDate = '' } = outcome;
        expect(earliestDate > facts.today).toBe(true);
        expect(['exempt', 'with-materials']).toContain(eligibility({ ...at(facts, earliestDate), permit: undefined }, city).verdict);
        expect(eligibility({ ...at(facts, addDays(earliestDate, -1)), permit: undefined }, city).verdict).toBe('not-yet');
      }),
    );
  });
});
