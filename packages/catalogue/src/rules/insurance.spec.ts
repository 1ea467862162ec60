import { insured } from '../../testing/facts';
import type { Insurance } from '../facts';
import { lastEmployer, monthsWithin, unbrokenMonths } from './insurance';

const today = '2026-11-22';
const facts = (...insurance: Insurance[]): { today: string; insurance: Insurance[] } => ({ today, insurance });

describe('months paid in a row', () => {
  it.each<[string, Insurance[], number]>([
    ['nothing', [], 0],
    ['nine up to this month', [insured(9)], 9],
    ['nine up to last month, since this one is paid later', [insured(9, '2026-10')], 9],
    ['nine up to the month before, which may be on its way', [insured(9, '2026-09')], 9],
    ['nine that ended three months ago', [insured(9, '2026-08')], 0],
    ['another city', [insured(9, '2026-11', '440300')], 0],
    ['two employers without a gap', [insured(3), insured(5, '2026-08', '440100', '前一家公司')], 8],
    ['two employers in one month, counted once', [insured(3), insured(3)], 3],
    ['a gap', [insured(2), insured(9, '2026-08')], 2],
  ])('%s', (_what, insurance, months) => expect(unbrokenMonths(facts(...insurance), '440100')).toBe(months));
});

describe('months paid within two years', () => {
  it('are at most twenty-four', () => {
    expect(monthsWithin(facts(insured(60)), '440100', 2)).toBe(24);
    expect(monthsWithin(facts(insured(60, '2026-09')), '440100', 2)).toBe(24);
  });

  it('count through gaps, and not beyond', () => {
    expect(monthsWithin(facts(insured(6), insured(12, '2026-03')), '440100', 2)).toBe(18);
    expect(monthsWithin(facts(insured(1), insured(12, '2024-12')), '440100', 2)).toBe(2);
    expect(monthsWithin(facts(insured(12, '2025-11')), '440100', 2)).toBe(12);
    expect(monthsWithin(facts(insured(12, '2024-11')), '440100', 2)).toBe(0);
  });
});

it('the employer is the one who paid last, in whatever order the records come', () => {
  const jumbled = { ...insured(3, '2026-10', '440100', '现在的公司'), months: ['2026-10', '2026-08', '2026-09'] };
  expect(lastEmployer(facts(jumbled, insured(9, '2026-09', '440100', '前一家公司')), '440100')).toBe('现在的公司');
  expect(lastEmployer(facts(), '440100')).toBeUndefined();
});
