import { allFields, availableReviewActions, canClaim, canRelease, STATES, supplementTargets } from '@yuezheng/case-engine';
import type { Service } from '@yuezheng/catalogue';
import type { ReviewCase, ReviewStep, StoredFile } from '@yuezheng/shared-types';
import { filesNamed } from '../cases/drafts/uploads';
import type { CaseActor } from '../cases/process/case-actor';
import { cityOf, type CaseRecord } from '../cases/record/case-record';
import { clockToday } from '../cases/record/case-words';
import { formFacts } from '../cases/record/form-facts';
import { maskedComparisons } from './evidence';

/** What stands around a case for the view of it. */
export interface ReviewContext {
  readonly service: Service | undefined;
  readonly viewer: CaseActor;
  readonly today: string;
  readonly timeline: readonly ReviewStep[];
  /** What is known of the files that the case names. */
  readonly files: readonly StoredFile[];
  /** Whether the portrait on record is the viewer's business. */
  readonly seesFaces: boolean;
}

const materialsOf = ({ file }: CaseRecord, files: readonly StoredFile[]): ReviewCase['materials'] =>
  file.definition.materials.flatMap((material) => {
    const stored = (file.materials[material.id] ?? []).flatMap((id) => files.find((one) => one.id === id) ?? []);
    return stored.length === 0 ? [] : [{ id: material.id, title: material.title, files: stored.map(({ id, width, height }) => ({ id, width, height })) }];
  });

/** What a supplement could ask for, with what reviewers most often say about it. A field that this case hides has no place to be corrected in. */
const targetsOf = ({ file }: CaseRecord, service: Service | undefined): ReviewCase['supplementTargets'] =>
  supplementTargets(file.definition, file)
    .filter(({ kind, asked }) => kind === 'material' || asked)
    .map((target) => ({ ...target, suggestions: [...(service?.review.suggestions[target.target] ?? [])] }));

const claimOf = ({ claim, file }: CaseRecord, { engine }: CaseActor): Pick<ReviewCase, 'claim'> => {
  if (!claim) return {};
  const mine = engine.kind === 'staff' && engine.id === claim.staffId;
  return { claim: { staffId: claim.staffId, name: claim.name, at: claim.at.toISOString(), mine, releasable: canRelease(file, engine) } };
};

/** Which portrait the permit will carry, where the form asks for one and the viewer may look at it. */
const portraitOf = ({ file, snapshot }: CaseRecord, { files, seesFaces }: ReviewContext): Pick<ReviewCase, 'photoFileId' | 'portraitOnRecord'> => {
  const [uploaded] = filesNamed(file.definition, { values: file.values, materials: {} });
  if (uploaded) return { portraitOnRecord: false, ...(files.some(({ id }) => id === uploaded.fileId) && { photoFileId: uploaded.fileId }) };
  return { portraitOnRecord: seesFaces && snapshot.facts.photoTakenOn !== undefined && allFields(file.definition).some(({ type }) => type === 'photo') };
};

/** A case as a reviewer reads it; sensitive values are masked. */
export const reviewView = (record: CaseRecord, context: ReviewContext): ReviewCase => {
  const { service, viewer, today, timeline, files } = context;
  const { file, snapshot, applicantName, holderName } = record;
  const { definition, state } = file;
  const city = cityOf(record);
  const clock = clockToday(file, today);
  return {
    id: record.caseId,
    number: record.number,
    version: record.version,
    serviceId: definition.id,
    serviceTitle: definition.title,
    cityName: city.name,
    applicant: applicantName ?? holderName,
    ...(applicantName !== undefined && { onBehalfOf: holderName }),
    state,
    stateLabel: STATES[state].label,
    tone: STATES[state].tone,
    legalBasis: snapshot.outcome.legalBasis,
    situation: definition.situations.find(({ id }) => id === file.situation)?.title ?? '',
    exempt: file.exempt,
    claimable: canClaim(file, viewer.engine),
    ...claimOf(record, viewer),
    ...(clock && { clock }),
    verdict: snapshot.outcome.headline,
    rules: snapshot.outcome.rules,
    comparisons: maskedComparisons(record, service),
    facts: formFacts(file, city),
    ...portraitOf(record, context),
    materials: materialsOf(record, files),
    supplementTargets: targetsOf(record, service),
    returnReasons: [...(service?.review.returnReasons ?? [])],
    timeline: [...timeline],
    actions: availableReviewActions(file, viewer.engine),
  };
};
