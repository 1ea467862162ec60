import { Input, Textarea } from '@tarojs/components';
import { accessible } from '../../platform';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';

/** Longer answers get a box of their own. */
const ONE_LINE = 30;

/** What a draft takes of one field, in UTF-16 units. */
const MOST_UNITS = 500;

/** A text in one's own words. It may be typed longer than the form wants: then the error says by how much. */
export function TextField({ field, value, onChange, onLeave, required, error }: FieldProps<'text'>) {
  const placeholder = field.example === undefined ? `请填写${field.label}` : `例如：${field.example}`;
  const shared = {
    value: textOf(value),
    placeholder,
    placeholderClass: 'yz-field__placeholder',
    maxlength: MOST_UNITS,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur: onLeave,
    ...accessible({ label: field.label }),
  };
  const isLong = field.maxLength > ONE_LINE;
  return (
    <FieldFrame id={field.id} label={field.label} hint={field.hint} error={error} required={required} stacked={isLong}>
      {isLong ? <Textarea className="yz-field__input yz-field__textarea" autoHeight {...shared} /> : <Input className="yz-field__input" {...shared} />}
    </FieldFrame>
  );
}
