import type { Condition, FieldValue, FieldValues } from '@yuezheng/shared-types';

/** What a condition may look at. */
export interface ConditionContext {
  readonly values: FieldValues;
  readonly situation: string | undefined;
  /** Whether the chosen situation is 免材料: confirmed by government data. */
  readonly exempt: boolean;
}

/** Whether a field counts as filled in: spaces alone do not. */
export const isFilled = (value: FieldValue | undefined): boolean => {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return value.district !== '' && value.detail.trim() !== '';
};

/** Reads a condition. The phone and the server call this same function, so they never disagree on what is asked. */
export const holds = (condition: Condition, context: ConditionContext): boolean => {
  switch (condition.op) {
    case 'always':
      return true;
    case 'equals':
      return context.values[condition.field] === condition.value;
    case 'oneOf': {
      const value = context.values[condition.field];
      return typeof value === 'string' && condition.values.includes(value);
    }
    case 'filled':
      return isFilled(context.values[condition.field]);
    case 'situation':
      return context.situation !== undefined && condition.in.includes(context.situation);
    case 'exempt':
      return context.exempt;
    case 'not':
      return !holds(condition.of, context);
    case 'all':
      return condition.of.every((part) => holds(part, context));
    case 'any':
      return condition.of.some((part) => holds(part, context));
  }
};
