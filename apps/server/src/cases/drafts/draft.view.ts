import { allFields } from '@yuezheng/case-engine';
import type { Service } from '@yuezheng/catalogue';
import { maskCitizenId, type Draft, type ServiceDefinition } from '@yuezheng/shared-types';
import { eligibilityView, type Snapshot } from '../eligibility/snapshot';
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
  step: draft.step,
  savedAt: draft.savedAt.toISOString(),
  ...(rebased && { rebased: true }),
});
