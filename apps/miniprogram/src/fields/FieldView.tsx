import type { Field } from '@yuezheng/shared-types';
import { createElement, type ReactElement } from 'react';
import type { FieldProps } from './field-props';
import { registry } from './registry';

/** One field, drawn by the component of its type. */
export function FieldView<T extends Field['type']>(props: FieldProps<T>): ReactElement {
  return createElement(registry[props.field.type as T], props);
}
