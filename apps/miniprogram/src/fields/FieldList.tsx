import { isRequired, type ConditionContext } from '@yuezheng/case-engine';
import type { Field, FieldIssue, FieldValue } from '@yuezheng/shared-types';
import { Card } from '../components/Card';
import type { FieldContext } from './field-props';
import { FieldView } from './FieldView';
import { groupFields } from './group';

interface FieldListProps {
  /** The visible ones. */
  readonly fields: readonly Field[];
  readonly conditions: ConditionContext;
  readonly context: FieldContext;
  /** Complaints with paths like `values.reason`, from the phone's own check or from the server. */
  readonly issues: readonly FieldIssue[];
  readonly onChange: (fieldId: string, value: FieldValue | undefined) => void;
  readonly onLeave?: (fieldId: string) => void;
}

/** A section of a form: its fields in cards, each with its error under it. */
export function FieldList({ fields, conditions, context, issues, onChange, onLeave }: FieldListProps) {
  const errorOf = (fieldId: string): string | undefined => issues.find(({ path }) => path === `values.${fieldId}`)?.message;
  return (
    <>
      {groupFields(fields).map((group) => (
        <Card
          key={group[0]?.id}
          rows
          className={group.length === 1 ? 'yz-fields--one' : undefined}
        >
          {group.map((field) => (
            <FieldView
              key={field.id}
              field={field}
              value={conditions.values[field.id]}
              required={isRequired(field, conditions)}
              error={errorOf(field.id)}
              context={context}
              onChange={(value) => onChange(field.id, value)}
              onLeave={() => onLeave?.(field.id)}
            />
          ))}
        </Card>
      ))}
    </>
  );
}
