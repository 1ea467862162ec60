import { daysBetween, longDate, type EligibilityOutcome, type RuleResult } from '@yuezheng/shared-types';
import { shortName, type City } from '../cities/city';
import type { Facts, HeldPermit } from '../facts';
import { currentResidence } from '../rules/registration';
import { windowOpensOn, windowPosition, type WindowPosition } from '../rules/endorsement-window';

const refused = (city: City, headline: string, text: string): EligibilityOutcome => ({
  verdict: 'refused', headline, legalBasis: city.endorsementBasis, rules: [], situations: [],
  next: { title: '接下来', text }, referral: { title: '接下来', text },
});

/** `还有 28 天`, `今天到期`, `已逾期，可补办` … */
const windowTag = (kind: WindowPosition['kind'], daysLeft: number): string => {
  const open = daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
  return { early: '时间未到', open, late: '已逾期，可补办', closed: '已过补办期限' }[kind];
};

const windowRule = (permit: HeldPermit, position: WindowPosition, city: City, today: string): RuleResult => {
  const opensOn = windowOpensOn(city.endorsement, permit.validUntil);
  return {
    id: 'window', title: '在签注时间内', met: position.kind === 'open' || position.kind === 'late',
    tag: windowTag(position.kind, daysBetween(today, permit.validUntil)),
    findings: [{
      id: 'valid-until', title: '居住证有效期', status: position.kind === 'open' ? 'met' : 'unmet', found: `有效期至 ${permit.validUntil} · ${opensOn} 起可签注`,
      source: { name: '居住证', asOf: today, detail: '广东省电子居住证' },
    }],
    ...(position.kind === 'late' ? { note: '使用功能已中止。补办后恢复，居住年限自补办之日起连续计算。' } : {}),
  };
};

const stillHere = (facts: Facts, city: City): RuleResult => {
  const residence = currentResidence(facts, city.code);
  return {
    id: 'residence', title: `仍在${shortName(city)}居住`, met: residence !== undefined, tag: residence ? '符合' : '需要材料证明',
    findings: [{
      id: 'registration', title: '居住登记', status: residence ? 'met' : 'unknown', found: residence ? `${residence.from} 起登记 · ${residence.current.address}` : '没有查到有效的居住登记',
      source: { name: '公安机关居住登记', asOf: facts.today, detail: '流动人口居住登记系统' },
    }],
  };
};

/** Row A10: within the window, still living there, and one of the grounds. Data-verified holders only confirm. */
export const eligibility = (facts: Facts, city: City): EligibilityOutcome => {
  const { permit } = facts;
  if (!permit || permit.status === 'cancelled') return refused(city, `没有查到您在${shortName(city)}的居住证`, '请先在“亮证”点“＋”添加居住证；还没有居住证的，请在首页选择“申领电子居住证”。');
  const position = windowPosition(city.endorsement, permit.validUntil, facts.today);
  const timing = windowRule(permit, position, city, facts.today);
  if (position.kind === 'closed') return refused(city, '已超过补办签注的期限', `补办期限已于 ${longDate(position.closedOn)}届满，请重新申领居住证。`);
  if (position.kind === 'early') {
    return {
      verdict: 'not-yet', headline: `${longDate(position.opensOn)}起可以签注`, legalBasis: city.endorsementBasis, rules: [timing], situations: [], earliestDate: position.opensOn,
      next: { title: '接下来', text: '现在不用做什么。到时间会在微信和短信提醒您，点开即可确认。' },
    };
  }
  const residence = stillHere(facts, city);
  const { rule, situations } = city.grounds(facts, city);
  const exempt = residence.met && rule.met;
  const late = position.kind === 'late';
  return {
    verdict: exempt ? 'exempt' : 'with-materials',
    headline: `${late ? '可以补办签注' : '可以签注'}，${exempt ? '无需材料' : '需要上传材料'}`,
    legalBasis: city.endorsementBasis,
    rules: [timing, residence, rule],
    situations: exempt ? situations.filter((situation) => situation.exempt) : situations.map((situation) => ({ ...situation, exempt: false })),
    next: {
      title: '接下来',
      text: exempt
        ? '点“去签注”后确认一次即可，立即生效，续一年。'
        : '选择一种情形，拍照上传材料，公安机关 15 日内办结。',
    },
  };
};
