import { ok, refuse, type ErrorCode, type FieldIssue, type FieldValues, type MaterialValues, type Result, type ServiceDefinition } from '@yuezheng/shared-types';
import { checkField, missing, type CheckContext } from './check-field';
import { checkMaterial, missingMaterial } from './check-material';
import { isFilled, type ConditionContext } from './condition';
import { allFields, isRequired, isVisible, visibleMaterials, visibleSections } from './visible';

/** A form as the phone sends it. */
export interface Submission {
  readonly situation: string | undefined;
  readonly values: FieldValues;
  readonly materials: MaterialValues;
}

/** What stands around a submission: the day, the city, what was verified, and whether a portrait is on record. */
export interface SubmissionContext extends CheckContext {
  readonly exempt: boolean;
  readonly photoOnRecord: boolean;
  /** The situations that the eligibility outcome left open to this person; absent: all of the definition. */
  readonly situations?: readonly string[];
}

type Definition = Pick<ServiceDefinition, 'form' | 'materials' | 'situations'>;

const conditionContext = (submission: Submission, context: SubmissionContext): ConditionContext => ({
  values: submission.values,
  situation: submission.situation,
  exempt: context.exempt,
});

/** The complaints about the visible fields, in the order of the form, at most one each. */
export const fieldIssues = (definition: Definition, submission: Submission, context: SubmissionContext): FieldIssue[] => {
  const conditions = conditionContext(submission, context);
  return visibleSections(definition, conditions).flatMap((section) =>
    section.fields.flatMap((field) => {
      const value = submission.values[field.id];
      if (value !== undefined && isFilled(value)) return checkField(field, value, context) ?? [];
      const notAsked = field.type === 'known' || (field.type === 'photo' && context.photoOnRecord) || !isRequired(field, conditions);
      return notAsked ? [] : [missing(field)];
    }),
  );
};

/** The materials that are asked for and not there, and those with too many pages. */
export const materialIssues = (definition: Definition, submission: Submission, context: SubmissionContext): FieldIssue[] => {
  const conditions = conditionContext(submission, context);
  return visibleMaterials(definition, conditions).flatMap((material) => {
    const count = submission.materials[material.id]?.length ?? 0;
    if (count === 0) return isRequired(material, conditions) ? [missingMaterial(material)] : [];
    return checkMaterial(material, count) ?? [];
  });
};

/** The complaints about values and materials that the present situation does not ask for, or that the definition does not know. */
export const hiddenIssues = (definition: Definition, submission: Submission, context: SubmissionContext): FieldIssue[] => {
  const conditions = conditionContext(submission, context);
  const fields = new Set(allFields(definition).filter((field) => field.type !== 'known' && isVisible(field, conditions)).map((field) => field.id));
  const materials = new Set(visibleMaterials(definition, conditions).map((material) => material.id));
  const stranger = (path: string): FieldIssue => ({ path, code: 'field-hidden', message: '当前情形不需要此项，请返回表单核对。' });
  return [
    ...Object.keys(submission.values).filter((id) => !fields.has(id)).map((id) => stranger(`values.${id}`)),
    ...Object.entries(submission.materials).filter(([id, files]) => !materials.has(id) && files.length > 0).map(([id]) => stranger(`materials.${id}`)),
  ];
};

/**
 * Drops what is hidden in the present situation. What was visible only because of a value that is dropped goes too,
 * so that `hiddenIssues` finds nothing in the answer.
 */
export const withoutHidden = (definition: Definition, submission: Submission, context: SubmissionContext): Submission => {
  const hidden = new Set(hiddenIssues(definition, submission, context).map((issue) => issue.path));
  if (hidden.size === 0) return submission;
  const keep = <T>(record: Record<string, T>, prefix: string): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !hidden.has(`${prefix}.${id}`)));
  const rest: Submission = { situation: submission.situation, values: keep(submission.values, 'values'), materials: keep(submission.materials, 'materials') };
  return withoutHidden(definition, rest, context);
};

const situationIssues = (definition: Definition, { situation }: Submission, context: SubmissionContext): FieldIssue[] => {
  const open = definition.situations.map(({ id }) => id).filter((id) => !context.situations || context.situations.includes(id));
  return definition.situations.length === 0 || (situation !== undefined && open.includes(situation))
    ? []
    : [{ path: 'situation', code: 'field-required', message: '请选择符合您的情形。' }];
};

/** One code for several complaints: the special one where all agree, the general one otherwise. */
const codeOf = (issues: readonly FieldIssue[]): ErrorCode =>
  (['field-hidden', 'city-mismatch', 'material-missing'] as const).find((code) => issues.every((issue) => issue.code === code)) ?? 'field-invalid';

/** Refuses with all complaints at once. */
export const refuseIssues = (issues: readonly FieldIssue[]): ReturnType<typeof refuse> => refuse(codeOf(issues), { fields: issues });

/**
 * Checks a whole submission against its definition and tells every complaint at once. Only hidden content is refused
 * by itself, since it shows that phone and server see different forms. Refusals: `field-hidden`, `field-invalid`,
 * `city-mismatch` (nothing but addresses elsewhere), `material-missing` (nothing but materials that are not there).
 */
export const checkSubmission = (definition: Definition, submission: Submission, context: SubmissionContext): Result<Submission> => {
  const hidden = hiddenIssues(definition, submission, context);
  if (hidden.length > 0) return refuseIssues(hidden);
  const issues = [
    ...situationIssues(definition, submission, context),
    ...fieldIssues(definition, submission, context),
    ...materialIssues(definition, submission, context),
  ];
  return issues.length > 0 ? refuseIssues(issues) : ok(submission);
};
