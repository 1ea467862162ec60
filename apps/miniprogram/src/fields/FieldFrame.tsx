import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { LabelledRow } from '../components/LabelledRow';
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
  readonly verb?: string;
}

/** Id of the element around a field, to scroll to. */
export const fieldElementId = (fieldId: string): string => `field-${fieldId}`;

/** Label, hint, control and error of one field, the same for every type. */
export function FieldFrame({ id, label, hint, error, required, spoken, onTap, stacked, verb, children }: PropsWithChildren<FieldFrameProps>) {
  const whole = (
    <>
      {label}
      {!required && <Text className="yz-field__optional">（选填）</Text>}
    </>
  );
  return (
    <View id={fieldElementId(id)} className={classNames('yz-field', error !== undefined && 'yz-field--bad')}>
      <LabelledRow label={whole} verb={verb} stacked={stacked} spoken={spoken} onTap={onTap}>
        {children}
      </LabelledRow>
      {hint !== undefined && error === undefined && <Text className="yz-field__hint">{hint}</Text>}
      {error !== undefined && (
        <View className="yz-field__error" {...accessible({ role: 'alert' })}>
          {onTap ? <Tap onTap={onTap}>{error}</Tap> : error}
        </View>
      )}
    </View>
  );
}
