import type { Comparison } from '@yuezheng/shared-types';
import type { Facts } from '../facts';
import { OWNERS } from '../rules/half-year';
import { lastEmployer, unbrokenMonths } from '../rules/insurance';
import type { FiledCase } from '../service';
import { addressAt, besideAddress, compare, row, textOf } from './compare';

/** One kind of evidence for a ground of residence (居住证暂行条例 art. 2). */
interface Evidence {
  /** Whether this case leans on it, so that the official has to know that a source has nothing. What is found is shown anyway. */
  readonly expected: (filed: FiledCase) => boolean;
  readonly row: (filed: FiledCase, facts: Facts) => Comparison;
}

const insurance: Evidence = {
  expected: ({ situation }) => situation === 'employment',
  row: ({ city }, facts) => {
    const months = unbrokenMonths(facts, city);
    const paid = months > 0 ? `连续 ${months} 个月` : '';
    return row({ id: 'insurance', label: '社会保险', declared: paid, found: paid, source: '社保参保缴费记录' });
  },
};

const property: Evidence = {
  expected: ({ values }) => values.homeBasis === 'owned' || values.homeBasis === 'relative',
  row: (filed, facts) => {
    const beside = facts.ownedHomes
      .filter((home) => home.city === filed.city && home.ownedSince <= facts.today)
      .map((home) => ({ home, ...besideAddress(filed, facts, addressAt(filed, facts, home.address)) }));
    const best = beside.find(({ result }) => result === 'match') ?? beside[0];
    const { declared, result } = best ?? besideAddress(filed, facts, undefined);
    const found = best ? `${OWNERS[best.home.owner]}名下 · ${best.home.ownedSince} 取得 · ${best.found}` : '';
    return row({ id: 'property', label: '房屋产权', declared, found, source: '不动产登记', result });
  },
};

const lease: Evidence = {
  expected: ({ values }) => values.homeBasis === 'rented',
  row: (filed, facts) => {
    const beside = facts.leases
      .filter((record) => record.city === filed.city && record.from <= facts.today && record.to >= facts.today)
      .map((record) => besideAddress(filed, facts, addressAt(filed, facts, record.address)));
    const best = beside.find(({ result }) => result === 'match') ?? beside[0] ?? besideAddress(filed, facts, undefined);
    return row({ id: 'lease', label: '租赁备案', source: '房屋租赁备案', ...best });
  },
};

const school: Evidence = {
  expected: ({ situation }) => situation === 'schooling',
  row: ({ city, values }, facts) => {
    const records = facts.schooling.filter((record) => record.city === city && record.from <= facts.today && (!record.to || record.to >= facts.today));
    const best = records.find(({ continuous }) => continuous) ?? records[0];
    const declared = textOf(values.school);
    const found = best ? `${best.school} · ${best.stage} · ${best.from} 起${best.continuous ? '' : ' · 学籍不连续'}` : '';
    const named = declared === undefined || !best ? undefined : compare(declared, best.school);
    const result = !best ? 'absent' : named === 'mismatch' || named === 'judge' ? named : best.continuous ? 'match' : 'judge';
    return row({ id: 'school', label: '就读学校', declared: declared ?? found, found, source: '学籍信息', result });
  },
};

const EVIDENCE: readonly Evidence[] = [insurance, property, lease, school];

/** The employer that the person wrote, beside the one who pays the insurance. */
const employerRows = ({ city, values }: FiledCase, facts: Facts): Comparison[] => {
  const declared = textOf(values.employer);
  if (declared === undefined) return [];
  const found = lastEmployer(facts, city) ?? facts.employment.find((record) => record.city === city)?.employer ?? '';
  return [row({ id: 'employer', label: '工作单位', declared, found, source: '社保参保缴费记录' })];
};

/** What speaks for employment, home or schooling: all that a source has found, and what this case leans on even where none has. */
export const groundRows = (filed: FiledCase, facts: Facts): Comparison[] => [
  ...EVIDENCE.flatMap((evidence) => {
    const one = evidence.row(filed, facts);
    return one.result !== 'absent' || evidence.expected(filed) ? [one] : [];
  }),
  ...employerRows(filed, facts),
];
