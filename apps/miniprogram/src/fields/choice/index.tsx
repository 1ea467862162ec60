import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../components/Sheet';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';
import { OptionList } from '../OptionList';

/** One of several answers, chosen from a sheet. */
export function ChoiceField({ field, value, onChange, onLeave, required, error }: FieldProps<'choice'>) {
  const [open, setOpen] = useState(false);
  const chosen = field.options.find((option) => option.value === textOf(value));
  const close = () => {
    setOpen(false);
    onLeave?.();
  };
  const choose = (option: string) => {
    onChange(option);
    close();
  };
  return (
    <>
      <FieldFrame
        id={field.id}
        label={field.label}
        hint={field.hint}
        error={error}
        required={required}
        spoken={`${field.label}，${chosen?.label ?? '请选择'}`}
        onTap={() => setOpen(true)}
      >
        <Text className={chosen ? undefined : 'yz-field__placeholder'}>{chosen?.label ?? '请选择'}</Text>
      </FieldFrame>
      {open && (
        <Sheet title={`选择${field.label}`} onClose={close}>
          <OptionList options={field.options} chosen={chosen?.value} onChoose={choose} />
        </Sheet>
      )}
    </>
  );
}
