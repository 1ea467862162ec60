import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Tap } from '../components/Tap';
import { accessible } from '../platform';
import { classNames } from '../components/class-names';
import './field.scss';

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly required: boolean;
  /** What is read out for the whole row, when it is tapped as one. */
  readonly spoken?: string;
  readonly onTap?: () => unknown;
  /** The control stands below the label, over the whole width. */
  readonly stacked?: boolean;
  /** Beside the label of a stacked field, such as 更改. */
  readonly aside?: ReactNode;
}

/** Id of the element around a field, to scroll to. */
export const fieldElementId = (fieldId: string): string => `field-${fieldId}`;

/** Label, hint, control and error of one field, the same for every type. */
export function FieldFrame({ id, label, hint, error, required, spoken, onTap, stacked = false, aside, children }: PropsWithChildren<FieldFrameProps>) {
  const row = (
    <>
      <Text className="yz-field__label">
        {label}
        {!required && <Text className="yz-field__optional">（选填）</Text>}
      </Text>
      {aside}
      <View className="yz-field__control">{children}</View>
    </>
  );
  const className = classNames('yz-field__row', stacked && 'yz-field__row--stacked');
  return (
    <View id={fieldElementId(id)} className={classNames('yz-field', error !== undefined && 'yz-field--bad')}>
      {onTap ? (
        <Tap className={className} label={spoken} onTap={onTap}>
          {row}
        </Tap>
      ) : (
        <View className={className}>{row}</View>
      )}
      {hint !== undefined && error === undefined && <Text className="yz-field__hint">{hint}</Text>}
      {error !== undefined && (
        <View className="yz-field__error" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
