import type { Field } from '@yuezheng/shared-types';
import type { ComponentType } from 'react';
import { AddressField } from './address';
import { ChoiceField } from './choice';
import { CitizenIdField } from './citizen-id';
import { DateField } from './date';
import type { FieldProps } from './field-props';
import { KnownField } from './known';
import { PhoneField } from './phone';
import { PhotoField } from './photo';
import { TextField } from './text';

/** The component of each field type. A new type in the contract does not compile until it is drawn here. */
export const registry: { readonly [T in Field['type']]: ComponentType<FieldProps<T>> } = {
  known: KnownField,
  text: TextField,
  phone: PhoneField,
  citizenId: CitizenIdField,
  date: DateField,
  choice: ChoiceField,
  address: AddressField,
  photo: PhotoField,
};
