import { Input } from '@tarojs/components';
import { accessible, digitsKeyboard } from '../../platform';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';

const digitsOnly = (typed: string): string =>
  typed.replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)).replace(/[^\d]/g, '');

/** A mainland mobile number; spaces, dashes and full-width digits are put right while typing. */
export function PhoneField({ field, value, onChange, onLeave, required, error }: FieldProps<'phone'>) {
  return (
    <FieldFrame id={field.id} label={field.label} hint={field.hint} error={error} required={required}>
      <Input
        className="yz-field__input"
        type={digitsKeyboard}
        maxlength={20}
        value={textOf(value)}
        placeholder="11 位手机号码"
        placeholderClass="yz-field__placeholder"
        onInput={(event) => onChange(digitsOnly(event.detail.value))}
        onBlur={onLeave}
        {...accessible({ label: field.label })}
      />
    </FieldFrame>
  );
}
