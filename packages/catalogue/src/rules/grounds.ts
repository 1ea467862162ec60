import type { Finding } from '@yuezheng/shared-types';
import type { City } from '../cities/city';
import type { Facts } from '../facts';
import { unbrokenMonths } from './insurance';

/** Social insurance paid for so many months in a row shows stable employment. */
const INSURED_MONTHS = 6;

const current = (record: { from: string; to?: string }, today: string): boolean => record.from <= today && (!record.to || record.to >= today);

const employment = (facts: Facts, city: City): Finding => {
  const base = { id: 'employment', title: '合法稳定就业' };
  const months = unbrokenMonths(facts, city.code);
  const insurance = { name: '社会保险', asOf: facts.today, detail: '人力资源社会保障部门参保缴费记录' };
  if (months >= INSURED_MONTHS) return { ...base, status: 'met', found: `社会保险 · 连续缴纳 ${months} 个月`, source: insurance };
  const job = facts.employment.find((record) => record.city === city.code && current(record, facts.today));
  if (job) return { ...base, status: 'met', found: `${job.kind} · ${job.employer}`, source: { name: job.kind, asOf: facts.today, detail: '人力资源社会保障、市场监管部门登记' } };
  if (months > 0) return { ...base, status: 'unmet', found: `社会保险 · 连续缴纳 ${months} 个月，未满 ${INSURED_MONTHS} 个月`, source: insurance };
  return { ...base, status: 'unknown', found: '没有查到参保或用工记录', source: insurance };
};

const home = (facts: Facts, city: City): Finding => {
  const base = { id: 'home', title: '合法稳定住所' };
  const owned = facts.ownedHomes.find((record) => record.city === city.code && record.ownedSince <= facts.today);
  if (owned) return { ...base, status: 'met', found: `不动产登记 · ${owned.address}`, source: { name: '不动产登记', asOf: facts.today, detail: '自然资源部门不动产登记系统' } };
  const source = { name: '房屋租赁备案', asOf: facts.today, detail: '住房城乡建设部门租赁登记备案' };
  const leases = facts.leases.filter((record) => record.city === city.code && record.from <= facts.today).sort((a, b) => b.to.localeCompare(a.to));
  const last = leases[0];
  if (!last) return { ...base, status: 'unknown', found: '没有查到产权或租赁备案', source };
  if (last.to >= facts.today) return { ...base, status: 'met', found: `房屋租赁备案 · ${last.address}`, source };
  return { ...base, status: 'unmet', found: `房屋租赁备案 · 已于 ${last.to} 到期`, source };
};

const schooling = (facts: Facts, city: City): Finding => {
  const base = { id: 'schooling', title: '连续就读' };
  const source = { name: '学籍信息', asOf: facts.today, detail: '教育部门学籍系统' };
  const schools = facts.schooling.filter((record) => record.city === city.code && current(record, facts.today));
  const school = schools.find((record) => record.continuous) ?? schools[0];
  if (!school) return { ...base, status: 'unknown', found: '没有查到学籍', source };
  return { ...base, status: school.continuous ? 'met' : 'unmet', found: `${school.school} · ${school.stage}${school.continuous ? '' : ' · 学籍不连续'}`, source };
};

const NOTES: Readonly<Record<string, string>> = {
  employment: '上传劳动合同或营业执照',
  home: '上传房产证明、租赁合同或住宿证明',
  schooling: '上传学生证或在读证明',
};

/** 合法稳定就业、合法稳定住所、连续就读 之一 (居住证暂行条例 art. 2). What data confirm needs no papers. */
export const provincialGrounds: City['grounds'] = (facts, city) => {
  const findings = [employment(facts, city), home(facts, city), schooling(facts, city)];
  const met = findings.filter((finding) => finding.status === 'met').length;
  return {
    rule: { id: 'grounds', title: '满足下列任意一项', met: met > 0, tag: met > 0 ? `${met} 项符合` : '需要材料证明', findings },
    situations: findings
      .map((finding) => ({ id: finding.id, exempt: finding.status === 'met', note: finding.status === 'met' ? `${finding.found}，无需材料` : (NOTES[finding.id] ?? '') }))
      .sort((a, b) => Number(b.exempt) - Number(a.exempt)),
  };
};
