import { longDate, type EligibilityOutcome } from '@yuezheng/shared-types';
import { shortName, type City, type ResidenceResult } from '../cities/city';
import { windowPosition } from '../rules/endorsement-window';
import type { Facts, HeldPermit } from '../facts';

type Eligibility = (facts: Facts, city: City) => EligibilityOutcome;

const refused = (headline: string, legalBasis: string, referral: { title: string; text: string }): EligibilityOutcome => ({
  verdict: 'refused', headline, legalBasis, rules: [], situations: [], next: referral, referral,
});

/** Row A16: the permit for HK, Macao and Taiwan residents is another one, and is asked for at a counter. */
const outsideTheElectronicPermit: Eligibility = () =>
  refused('港澳台居民请办理港澳台居民居住证', '《港澳台居民居住证申领发放办法》', {
    title: '去哪里办',
    text: '港澳台居民居住证未纳入电子居住证的申领范围。请持来往内地（大陆）通行证，到居住地的公安派出所或政务服务中心公安窗口申领港澳台居民居住证。',
  });

const livesAtHome: Eligibility = (_facts, city) =>
  refused(`您的户籍就在${city.name}，不需要居住证`, city.legalBasis, {
    title: '接下来',
    text: '居住证发给离开户籍所在城市居住的人。如您实际住在其他城市，请在首页切换到居住的城市再办理。',
  });

/** A permit that still is one, or can be made one again by a late endorsement. */
const livingPermit = ({ permit, today }: Facts, city: City): HeldPermit | undefined =>
  permit && permit.status !== 'cancelled' && windowPosition(city.endorsement, permit.validUntil, today).kind !== 'closed' ? permit : undefined;

const alreadyHolds = (permit: HeldPermit, today: string, city: City): EligibilityOutcome =>
  permit.status === 'suspended' || permit.validUntil < today
    ? refused('您的居住证已中止使用，补办签注即可恢复', city.endorsementBasis, { title: '接下来', text: '不需要重新申领。请返回首页选择“签注”，补办后恢复使用。' })
    : refused(`您在${shortName(city)}已有有效的居住证`, city.legalBasis, { title: '接下来', text: '请到“亮证”查看或出示。如还没有看到，请在“亮证”点“＋”添加居住证。' });

const nextStep = (verdict: EligibilityOutcome['verdict'], residence: ResidenceResult, confirmed: boolean): EligibilityOutcome['next'] => {
  const title = '接下来';
  if (verdict === 'exempt') return { title, text: '确认信息即可提交。公安机关 15 日内办结，通过后自动生成电子居住证，全程免费。' };
  if (verdict === 'with-materials') return { title, text: '选择一种情形，拍照上传对应材料。公安机关 15 日内办结；缺什么会一次告诉您，补交后不用重新排队。' };
  if (!residence.progress || !residence.earliestDate) return { title, text: residence.note ?? '请先办理居住登记，再来校验。' };
  const then = `${longDate(residence.earliestDate)}起可以申领，到时再来校验即可。`;
  return { title, text: confirmed ? `${then}其他条件已符合，不用准备材料。` : `${then}请提前准备就业、住所或就读的证明。` };
};

const headline = (verdict: EligibilityOutcome['verdict'], { progress, earliestDate }: ResidenceResult): string => {
  if (verdict === 'exempt') return '可以申领，且无需材料';
  if (verdict === 'with-materials') return '可以申领，需要上传材料';
  return progress && earliestDate ? `${longDate(earliestDate)}起可以申领` : '还不能申领，请先办理居住登记';
};

/**
 * Row A4. Half a year of residence, and one of employment, home, schooling. What data confirm needs no materials
 * (免材料); where the residence is confirmed and the ground is not, the person proves it with papers.
 */
export const eligibility: Eligibility = (facts, city) => {
  if (facts.person.documentType !== 'citizen-id') return outsideTheElectronicPermit(facts, city);
  if (facts.person.household.code.slice(0, 4) === city.code.slice(0, 4)) return livesAtHome(facts, city);
  const permit = livingPermit(facts, city);
  if (permit) return alreadyHolds(permit, facts.today, city);
  const residence = city.residence(facts, city);
  const { earliestDate, ...residenceRule } = residence;
  const { rule, situations } = city.grounds(facts, city);
  const verdict = !residence.met ? 'not-yet' : rule.met ? 'exempt' : 'with-materials';
  const notYet = verdict === 'not-yet';
  return {
    verdict,
    headline: headline(verdict, residence),
    legalBasis: city.legalBasis,
    rules: [residenceRule, rule],
    situations: notYet ? [] : situations,
    ...(notYet && earliestDate ? { earliestDate } : {}),
    next: nextStep(verdict, residence, rule.met),
  };
};
