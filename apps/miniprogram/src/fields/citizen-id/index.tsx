import { Input } from '@tarojs/components';
import { accessible } from '../../platform';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';

/** A citizen id number of 18 places (GB 11643), its last one an X in capital if it is one. */
export function CitizenIdField({ field, value, onChange, onLeave, required, error }: FieldProps<'citizenId'>) {
  return (
    <FieldFrame id={field.id} label={field.label} hint={field.hint} error={error} required={required}>
      <Input
        className="yz-field__input"
        type="idcard"
        maxlength={22}
        value={textOf(value)}
        placeholder="18 位身份证号码"
        placeholderClass="yz-field__placeholder"
        onInput={(event) => onChange(event.detail.value.replace(/\s/g, '').toUpperCase())}
        onBlur={onLeave}
        {...accessible({ label: field.label })}
      />
    </FieldFrame>
  );
}
