import type { SubmissionContext } from '@yuezheng/case-engine';
import { districtsOf, type City, type Facts } from '@yuezheng/catalogue';
import type { EligibilityOutcome, LocalDate } from '@yuezheng/shared-types';
import { isExempt } from '../eligibility/judge';

/** What the engine has to know about a form besides what was typed. */
export const formContext = (city: City, today: LocalDate, facts: Facts, outcome: EligibilityOutcome, situation: string | undefined): SubmissionContext => ({
  today,
  city: city.code,
  cityName: city.name,
  districts: districtsOf(city).map(({ code }) => code),
  exempt: isExempt(outcome, situation),
  photoOnRecord: facts.photoTakenOn !== undefined,
  ...(outcome.situations.length > 0 && { situations: outcome.situations.map(({ id }) => id) }),
});
