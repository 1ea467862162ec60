import { enrolled, factsOf, insured, owning, registered } from '../../testing/facts';
import type { Facts } from '../facts';
import type { FiledCase } from '../service';
import { groundRows } from './ground-rows';

const AT_HOME = '体育西路 103 号 A 座 1204 房';
const GUANGZHOU = '440100';
const registeredNow = registered('2026-11-10');
const facts = factsOf({ registrations: [registeredNow] });

const filed = (situation: FiledCase['situation'], values: FiledCase['values'] = {}): FiledCase => ({ city: GUANGZHOU, situation, exempt: false, values, submittedOn: facts.today });
const idsOf = (filedCase: FiledCase, known: Facts = facts): string[] => groundRows(filedCase, known).map(({ id }) => id);
const rowOf = (id: string, filedCase: FiledCase, known: Facts) => groundRows(filedCase, known).find((one) => one.id === id);

describe('the evidence for a ground', () => {
  it.each<[string, FiledCase, string[]]>([
    ['employment', filed('employment', { employer: '广州明岚设计有限公司' }), ['insurance', 'employer']],
    ['an own home', filed('home', { homeBasis: 'owned' }), ['property']],
    ['a home of the parents', filed('home', { homeBasis: 'relative' }), ['property']],
    ['a rented home', filed('home', { homeBasis: 'rented' }), ['lease']],
    ['a home given by the employer', filed('home', { homeBasis: 'provided' }), []],
    ['schooling', filed('schooling'), ['school']],
    ['no ground at all', filed(undefined), []],
  ])('of which no source knows anything is missed where the case leans on it: %s', (_name, filedCase, ids) => {
    expect(idsOf(filedCase)).toEqual(ids);
    expect(groundRows(filedCase, facts).every(({ result }) => result === 'absent')).toBe(true);
  });

  it('that was found is shown, whatever the case leans on', () => {
    const known = factsOf({
      registrations: [registeredNow], insurance: [insured(9)], schooling: [enrolled('2026-03-01')], ownedHomes: [owning('2025-12-01')],
      leases: [{ city: GUANGZHOU, address: AT_HOME, from: '2026-01-01', to: '2026-12-31' }],
    });
    expect(idsOf(filed(undefined), known)).toEqual(['insurance', 'property', 'lease', 'school']);
    expect(idsOf(filed(undefined), { ...known, today: '2025-01-01' })).toEqual([]);
  });
});

describe('a home owner', () => {
  const owner = (address: string): Facts => ({ ...facts, ownedHomes: [owning('2025-12-01'), { ...owning('2025-12-01', 'parent'), address }] });

  it('is shown the owner, the address and since when, and no lease that nobody spoke of', () => {
    expect(groundRows(filed('home'), owner(AT_HOME))).toEqual([
      expect.objectContaining({
        id: 'property', result: 'match', declared: `天河区 · ${AT_HOME}`, found: `父母名下 · 2025-12-01 取得 · 天河区 · ${AT_HOME}`, source: '不动产登记',
      }),
    ]);
  });

  it('who declares to live elsewhere is left to the official', () => {
    expect(rowOf('property', filed('home', { homeBasis: 'owned' }), owner('体育东路 9 号'))?.result).toBe('mismatch');
    expect(rowOf('property', filed('home'), { ...owner(AT_HOME), registrations: [] })?.result).toBe('judge');
  });
});

it('compares the employer with the one who pays the insurance', () => {
  const known = { ...facts, insurance: [insured(9)] };
  const resultOf = (employer: string) => rowOf('employer', filed('employment', { employer }), known)?.result;
  expect(resultOf('明岚设计（广州）有限公司')).toBe('mismatch');
  expect(resultOf('广州明岚设计有限公司')).toBe('match');
  expect(resultOf('')).toBeUndefined();
});

it('counts only a lease that holds today', () => {
  const lease = (from: string, to: string): Facts => ({ ...facts, leases: [{ city: GUANGZHOU, address: AT_HOME, from, to }] });
  const resultOf = (known: Facts) => rowOf('lease', filed('home', { homeBasis: 'rented' }), known)?.result;
  expect(resultOf(lease('2026-01-01', '2026-12-31'))).toBe('match');
  expect(resultOf({ ...lease('2026-01-01', '2026-12-31'), registrations: [] })).toBe('judge');
  expect(resultOf(lease('2025-01-01', '2025-12-31'))).toBe('absent');
  expect(resultOf(lease('2026-12-01', '2027-12-31'))).toBe('absent');
});

it('compares the school, and leaves a broken enrolment to the official', () => {
  const known = (continuous: boolean): Facts => ({ ...facts, schooling: [enrolled('2026-03-01', { continuous })] });
  const resultOf = (values: FiledCase['values'], continuous = true) => rowOf('school', filed('schooling', values), known(continuous))?.result;
  expect(resultOf({})).toBe('match');
  expect(resultOf({ school: '广州市第一中学' })).toBe('match');
  expect(resultOf({ school: '广州市第二中学' })).toBe('mismatch');
  expect(resultOf({ school: '广州市第一中学' }, false)).toBe('judge');
});
