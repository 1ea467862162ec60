import { Text } from '@tarojs/components';
import type { AddressValue, FieldValue } from '@yuezheng/shared-types';
import { useState } from 'react';
import { FieldFrame } from '../FieldFrame';
import type { FieldContext, FieldProps } from '../field-props';
import { AddressSheet } from './AddressSheet';

const EMPTY: AddressValue = { district: '', detail: '' };

const addressOf = (value: FieldValue | undefined): AddressValue => (typeof value === 'object' ? value : EMPTY);

/** The whole address as one line: `广州市天河区体育西路 103 号`. */
export const addressText = ({ district, detail }: AddressValue, { cityName, districts }: FieldContext): string => {
  const name = districts.find((one) => one.code === district)?.name ?? '';
  return district === '' && detail === '' ? '' : `${cityName}${name}${detail}`;
};

/** An address in the city that the form is for: its district from a list, the rest in words. */
export function AddressField({ field, value, onChange, onLeave, required, error, context }: FieldProps<'address'>) {
  const [open, setOpen] = useState(false);
  const address = addressOf(value);
  const text = addressText(address, context);
  return (
    <>
      <FieldFrame
        id={field.id}
        label={field.label}
        hint={field.hint}
        error={error}
        required={required}
        stacked
        spoken={`${field.label}，${text || '请填写'}`}
        verb={text ? '更改' : '填写'}
        onTap={() => setOpen(true)}
      >
        <Text className={text ? undefined : 'yz-field__placeholder'}>{text || '请写到门牌和房号'}</Text>
      </FieldFrame>
      {open && (
        <AddressSheet
          title={field.label}
          example={field.example}
          address={address}
          context={context}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            onChange(next);
            onLeave?.();
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
