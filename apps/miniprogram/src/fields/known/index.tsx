import { FieldRow, isLongValue } from '../../components/FieldRow';
import type { FieldProps } from '../field-props';

/** What the government already has: in grey, to be read and not changed. */
export function KnownField({ field, context }: FieldProps<'known'>) {
  const value = context.known[field.id] ?? '没有记录';
  return <FieldRow label={field.label} value={value} stacked={isLongValue(value)} />;
}
