import type { City, Facts, Service } from '@yuezheng/catalogue';
import { fullYears, type EligibilityOutcome } from '@yuezheng/shared-types';

const ACTS_ALONE_FROM = 16;

/** 未满 16 周岁的由监护人代办 (居住证暂行条例 art. 9). */
const needsGuardian = (city: City): EligibilityOutcome => {
  const referral = { title: '接下来', text: '请监护人登录自己的账号，在首页选择为您办理；监护关系没有显示的，请监护人持户口簿到窗口办理。' };
  return { verdict: 'refused', headline: '未满 16 周岁，请由监护人代办', legalBasis: `${city.legalBasis}、第九条`, rules: [], situations: [], next: referral, referral };
};

/** The service's own answer, unless a child acts alone. The same for every service, so it stands before them all. */
export const judge = (service: Service, city: City, facts: Facts, actsAlone: boolean): EligibilityOutcome =>
  actsAlone && fullYears(facts.person.birthDate, facts.today) < ACTS_ALONE_FROM ? needsGuardian(city) : service.eligibility(facts, city);

/** Whether a person with that answer may go on to the form. */
export const isOpen = ({ verdict }: Pick<EligibilityOutcome, 'verdict'>): boolean => verdict === 'exempt' || verdict === 'with-materials';

/** Whether the chosen situation was confirmed by government data (免材料). */
export const isExempt = (outcome: EligibilityOutcome, situation: string | undefined): boolean =>
  outcome.situations.length === 0 ? outcome.verdict === 'exempt' : outcome.situations.some(({ id, exempt }) => id === situation && exempt);

/** What a draft begins with: the one situation that is open, or the first that needs no materials. */
export const likelySituation = ({ situations }: EligibilityOutcome): string | undefined =>
  situations.length === 1 ? situations[0]?.id : situations.find(({ exempt }) => exempt)?.id;
