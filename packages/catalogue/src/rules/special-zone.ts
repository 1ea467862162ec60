import { addMonths, dayNear, daysBetween, longDate, type Finding } from '@yuezheng/shared-types';
import type { City } from '../cities/city';
import { lastEmployer, monthsWithin, unbrokenMonths } from './insurance';
import { currentResidence } from './registration';

const REGISTERED_MONTHS = 12;
const UNBROKEN_MONTHS = 12;
const MONTHS_IN_TWO_YEARS = 18;

/** 居住登记连续满 12 个月 (深圳经济特区居住证条例; row B8). */
export const specialZoneResidence: City['residence'] = (facts, city) => {
  const base = { id: 'residence', title: '居住登记连续满 12 个月' };
  const residence = currentResidence(facts, city.code);
  if (!residence) {
    const earliestDate = addMonths(facts.today, REGISTERED_MONTHS);
    return { ...base, met: false, tag: '没有查到居住登记', findings: [], earliestDate, note: `请先申报居住登记。今天登记的话，最早 ${longDate(earliestDate)}可以办理。` };
  }
  const reachedOn = addMonths(residence.from, REGISTERED_MONTHS);
  const met = reachedOn <= facts.today;
  return {
    ...base, met,
    tag: met ? '符合' : `还差 ${daysBetween(facts.today, reachedOn)} 天`,
    progress: {
      from: residence.from, reachedOn, today: facts.today,
      fromLabel: `${residence.from} 登记`, reachedLabel: `满 12 个月 ${dayNear(reachedOn, facts.today)}`, todayLabel: `第 ${daysBetween(residence.from, facts.today) + 1} 天`,
    },
    findings: [{
      id: 'registration', title: '居住登记', status: met ? 'met' : 'unmet', found: `${residence.from} 起登记 · ${residence.current.address}`,
      source: { name: '居住登记', asOf: facts.today, detail: '深圳市居住登记和居住证服务平台' },
    }],
    ...(met ? {} : { earliestDate: reachedOn }),
  };
};

/** 社会保险连续满 12 个月，或两年内累计满 18 个月 (row B8). */
export const specialZoneGrounds: City['grounds'] = (facts, city) => {
  const unbroken = unbrokenMonths(facts, city.code);
  const within = monthsWithin(facts, city.code, 2);
  const met = unbroken >= UNBROKEN_MONTHS || within >= MONTHS_IN_TWO_YEARS;
  const finding: Finding = {
    id: 'employment', title: '合法稳定就业', status: met ? 'met' : within > 0 ? 'unmet' : 'unknown',
    found: within > 0 ? `社会保险 · 连续 ${unbroken} 个月，两年内累计 ${within} 个月 · ${lastEmployer(facts, city.code) ?? ''}` : '没有查到参保记录',
    source: { name: '社会保险', asOf: facts.today, detail: '人力资源社会保障部门参保缴费记录' },
  };
  return {
    rule: { id: 'grounds', title: '社会保险连续满 12 个月，或两年内累计满 18 个月', met, tag: met ? '符合' : '需要材料证明', findings: [finding] },
    situations: [{ id: 'employment', exempt: met, note: met ? `${finding.found}，无需材料` : '上传劳动合同或营业执照' }],
  };
};
