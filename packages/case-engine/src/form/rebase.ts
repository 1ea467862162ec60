import type { Field, FieldValue, FieldValues, MaterialValues, ServiceDefinition } from '@yuezheng/shared-types';
import type { Submission } from './check-submission';
import { allFields } from './visible';

/** Whether a field could have been given such a value; whether the value is right is for the check to say. */
const takes = (field: Field, value: FieldValue): boolean => {
  switch (field.type) {
    case 'known':
      return false;
    case 'address':
      return typeof value !== 'string';
    case 'choice':
      return field.options.some((option) => option.value === value);
    default:
      return typeof value === 'string';
  }
};

/**
 * Carries what was typed for an older definition over to a newer one: values whose field still takes such a value
 * are kept, so that nobody types twice; the rest has no place to stand.
 */
export const rebase = (submission: Submission, definition: Pick<ServiceDefinition, 'form' | 'materials' | 'situations'>): Submission => {
  const fields = new Map(allFields(definition).map((field) => [field.id, field]));
  const fits = ([id, value]: [string, FieldValue]): boolean => {
    const field = fields.get(id);
    return field !== undefined && takes(field, value);
  };
  const known = new Set(definition.materials.map((material) => material.id));
  const values: FieldValues = Object.fromEntries(Object.entries(submission.values).filter(fits));
  const materials: MaterialValues = Object.fromEntries(Object.entries(submission.materials).filter(([id]) => known.has(id)));
  const situation = definition.situations.some(({ id }) => id === submission.situation) ? submission.situation : undefined;
  return { situation, values, materials };
};
