import { allFields, effectClause, holds } from '@yuezheng/case-engine';
import type { Service } from '@yuezheng/catalogue';
import { maskCitizenId, type Draft, type ServiceDefinition } from '@yuezheng/shared-types';
import { eligibilityView, type Snapshot } from '../eligibility/snapshot';
import { isExempt } from '../eligibility/judge';
import type { DraftRecord } from './draft-record';

/** What the government knows, as far as the form shows it; masked where the definition says so. */
const knownValues = (service: Service, definition: ServiceDefinition, { facts }: Snapshot): Draft['known'] => {
  const known = service.known(facts);
  return Object.fromEntries(
    allFields(definition).flatMap((field): [string, string][] => {
      const value = known[field.id];
      if (field.type !== 'known' || value === undefined) return [];
      return [[field.id, field.masked ? maskCitizenId(value) : value]];
    }),
  );
};

/** What an approval brings, where data decide by themselves; nothing where an official judges, and the day is not known yet. */
const outcomeOf = ({ city, submission, snapshot: { facts, outcome } }: DraftRecord, { definition, effects }: Service): Pick<Draft, 'outcome'> => {
  const { situation, values } = submission;
  const exempt = isExempt(outcome, situation);
  const { decidedAutomatically } = definition;
  if (decidedAutomatically === undefined || !holds(decidedAutomatically, { situation, values, exempt })) return {};
  const brought = effects({ city, situation, exempt, values, submittedOn: facts.today }, { today: facts.today, permit: facts.permit });
  return brought.length === 0 ? {} : { outcome: brought.map(effectClause).join('，') };
};

/** A draft as the phone reads it. `rebased`: the requirements were updated since it was last saved. */
export const draftView = (draft: DraftRecord, service: Service, rebased: boolean): Draft => ({
  id: draft.draftId,
  version: draft.version,
  serviceId: draft.serviceId,
  city: draft.city,
  ...(draft.holderId !== draft.applicantId && { wardId: draft.holderId }),
  definition: service.definition,
  eligibility: eligibilityView(draft.snapshot, draft.serviceId, draft.city),
  ...(draft.submission.situation !== undefined && { situation: draft.submission.situation }),
  values: draft.submission.values,
  materials: draft.submission.materials,
  known: knownValues(service, service.definition, draft.snapshot),
  photoOnRecord: draft.snapshot.facts.photoTakenOn !== undefined,
  ...outcomeOf(draft, service),
  step: draft.step,
  savedAt: draft.savedAt.toISOString(),
  ...(rebased && { rebased: true }),
});
