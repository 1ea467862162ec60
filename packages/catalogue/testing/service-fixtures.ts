import { checkSubmission, decide, holds, startClock, type Actor, type CaseAction, type CaseFile, type EffectDescriptor, type Submission } from '@yuezheng/case-engine';
import { ok, refuse, type ErrorCode, type Result } from '@yuezheng/shared-types';
import type { City } from '../src/cities/city';
import { districtsOf } from '../src/divisions';
import type { Facts } from '../src/facts';
import type { Service } from '../src/service';
import { isWorkingDay } from '../src/working-days';

/** One person who applies: what the systems know, where, and what the phone sends. */
export interface Attempt {
  readonly name: string;
  readonly city: City;
  readonly facts: Facts;
  readonly submission: Submission;
}

/** What every service brings along: cases that must go through, with what they bring about, and cases that must not. */
export interface ServiceFixtures {
  readonly service: Service;
  readonly good: readonly (Attempt & { readonly automatic: boolean; readonly effects: readonly Partial<EffectDescriptor>[] })[];
  readonly bad: readonly (Attempt & { readonly code: ErrorCode; readonly paths?: readonly string[] })[];
}

export interface Walked {
  readonly automatic: boolean;
  readonly effects: readonly EffectDescriptor[];
}

const OFFICIAL: Actor = { kind: 'staff', id: 'official', roles: ['reviewer'], cities: [] };

const fileOf = (service: Service, { city, facts, submission }: Attempt, exempt: boolean): CaseFile => ({
  ...submission,
  state: 'submitted',
  holderId: 'resident',
  applicantId: 'resident',
  city: city.code,
  definition: service.definition,
  exempt,
  photoOnRecord: facts.photoTakenOn !== undefined,
  clock: startClock(service.definition.timeLimit, facts.today),
});

/** Takes an attempt all the way: check of eligibility, check of the form, decision, effects; stops at the first refusal. */
export const walk = (service: Service, attempt: Attempt): Result<Walked> => {
  const { city, facts, submission } = attempt;
  const outcome = service.eligibility(facts, city);
  if (outcome.verdict === 'not-yet' || outcome.verdict === 'refused') return refuse('not-eligible');
  const exempt = outcome.situations.some((situation) => situation.id === submission.situation && situation.exempt);
  const checked = checkSubmission(service.definition, submission, {
    today: facts.today, city: city.code, cityName: city.name, districts: districtsOf(city).map(({ code }) => code),
    exempt, photoOnRecord: facts.photoTakenOn !== undefined, situations: outcome.situations.map(({ id }) => id),
  });
  if (!checked.ok) return checked;
  let file = fileOf(service, attempt, exempt);
  const automatic = service.definition.decidedAutomatically !== undefined && holds(service.definition.decidedAutomatically, file);
  const actions: CaseAction[] = automatic ? [{ type: 'approve-automatically' }] : [{ type: 'claim' }, { type: 'approve' }];
  for (const action of actions) {
    const decision = decide(file, action, automatic ? { kind: 'system' } : OFFICIAL, { today: facts.today, cityName: city.name, isWorkingDay });
    if (!decision.ok) return decision;
    file = decision.value.file;
  }
  const effects = service.effects({ ...file, submittedOn: facts.today }, { today: facts.today, permit: facts.permit });
  return ok({ automatic, effects });
};
