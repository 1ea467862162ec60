import { Picker, Text } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { accessible } from '../../platform';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';
import './index.scss';

const EARLIEST = '1900-01-01';
const LATEST = '2100-12-31';

/** A bound is a day or the word `today`. */
const boundOf = (bound: string | undefined, today: string, otherwise: string): string =>
  bound === undefined ? otherwise : bound === 'today' ? today : bound;

/** A day, chosen on the phone's own wheel between the bounds that the form gives. */
export function DateField({ field, value, onChange, required, error, context }: FieldProps<'date'>) {
  const chosen = textOf(value);
  return (
    <FieldFrame id={field.id} label={field.label} hint={field.hint} error={error} required={required}>
      <Picker
        className="yz-field-date"
        mode="date"
        value={chosen || context.today}
        start={boundOf(field.notBefore, context.today, EARLIEST)}
        end={boundOf(field.notAfter, context.today, LATEST)}
        onChange={(event) => onChange(event.detail.value)}
        {...accessible({ label: `${field.label}，${chosen || '请选择'}`, role: 'button' })}
      >
        <Text className={chosen ? undefined : 'yz-field__placeholder'}>{chosen || '请选择'}</Text>
        <Icon name="chevron" size={14} className="yz-labelled__arrow" />
      </Picker>
    </FieldFrame>
  );
}
