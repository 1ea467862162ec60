import { rebase, withoutHidden, type Submission, type SubmissionContext } from '@yuezheng/case-engine';
import type { Draft, DraftStep, FieldValue, ServiceDefinition } from '@yuezheng/shared-types';

/** What a person has typed, as it stands on this phone. */
export interface DraftForm extends Submission {
  readonly step: DraftStep;
}

export const formOf = ({ situation, values, materials, step }: Draft): DraftForm => ({ situation, values, materials, step });

/** The same content whatever the order of its keys. */
export const sameContent = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  ) ?? '';

const mergeRecords = <T>(base: Readonly<Record<string, T>>, mine: Readonly<Record<string, T>>, theirs: Readonly<Record<string, T>>): Record<string, T> => {
  const merged: Record<string, T> = { ...theirs };
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (sameContent(base[id], mine[id])) continue;
    const value = mine[id];
    if (value === undefined) delete merged[id];
    else merged[id] = value;
  }
  return merged;
};

/**
 * Two people, or one on two phones, typed into one draft: what was changed here since `base` stays, everything else
 * is as it stands there.
 */
export const mergeForms = (base: DraftForm, mine: DraftForm, theirs: DraftForm): DraftForm => ({
  situation: mine.situation === base.situation ? theirs.situation : mine.situation,
  values: mergeRecords(base.values, mine.values, theirs.values),
  materials: mergeRecords(base.materials, mine.materials, theirs.materials),
  step: mine.step,
});

/** Carries a form over to a definition that may be newer than the one it was typed for. */
export const fitForm = (form: DraftForm, definition: ServiceDefinition): DraftForm => ({ ...rebase(form, definition), step: form.step });

/** What is sent: the hidden part stays on the phone, and the server keeps its own. */
export const visibleForm = (form: DraftForm, definition: ServiceDefinition, context: SubmissionContext): DraftForm => ({
  ...withoutHidden(definition, form, context),
  step: form.step,
});

/** `undefined` empties a field. */
export const withValue = (form: DraftForm, fieldId: string, value: FieldValue | undefined): DraftForm => {
  const { [fieldId]: _, ...others } = form.values;
  return { ...form, values: value === undefined ? others : { ...others, [fieldId]: value } };
};

export const withFiles = (form: DraftForm, materialId: string, files: string[]): DraftForm => ({
  ...form,
  materials: { ...form.materials, [materialId]: files },
});
