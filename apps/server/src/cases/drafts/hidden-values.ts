import { allFields, hiddenIssues, isVisible, refuseIssues, type Submission, type SubmissionContext } from '@yuezheng/case-engine';
import { ok, refuse, type Field, type FieldIssue, type Material, type Result, type ServiceDefinition } from '@yuezheng/shared-types';

const pick = <T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));

/** What was typed earlier for a situation that is not chosen now stays in the draft, and comes back with it. */
export const withHiddenKept = (definition: ServiceDefinition, stored: Submission, sent: Submission, exempt: boolean): Submission => {
  const conditions = { values: sent.values, situation: sent.situation, exempt };
  const hidden = (parts: readonly (Field | Material)[]): Set<string> => new Set(parts.filter((part) => !isVisible(part, conditions)).map(({ id }) => id));
  return {
    situation: sent.situation,
    values: { ...pick(stored.values, hidden(allFields(definition))), ...sent.values },
    materials: { ...pick(stored.materials, hidden(definition.materials)), ...sent.materials },
  };
};

/**
 * A phone sends what its form shows, so a hidden or unknown field in a save means that it shows another form than ours:
 * refused with the field named, while everything visible may still be incomplete or wrong. At submission the server
 * drops the hidden values that it kept itself, since they are no fault of the person's.
 */
export const strangerProblem = (definition: ServiceDefinition, sent: Submission, context: SubmissionContext): Result<undefined> => {
  const hidden = hiddenIssues(definition, sent, context);
  if (hidden.length > 0) return refuseIssues(hidden);
  if (sent.situation === undefined || definition.situations.some(({ id }) => id === sent.situation)) return ok(undefined);
  const fields: FieldIssue[] = [{ path: 'situation', code: 'choice-unknown', message: '请在列出的情形中重新选择。' }];
  return refuse('field-invalid', { fields });
};
