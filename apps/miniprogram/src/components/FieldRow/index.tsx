import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

/** More than fits beside a label, in widths of a Chinese character; Latin and digits take half of one. */
const LONG = 13;

const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.55 : 1), 0);

/** Whether a value should stand below its label. */
export const isLongValue = (text: string): boolean => widthOf(text) > LONG;

interface FieldRowProps {
  readonly label: string;
  readonly value: ReactNode;
  /** `known`: what the government has, in grey; `own`: what the person gave. */
  readonly tone?: 'known' | 'own';
  /** A long value stands below its label. */
  readonly stacked?: boolean;
  /** Written at the right of a stacked row, such as 更改. */
  readonly verb?: string;
  readonly onTap?: () => unknown;
}

/** A label and what stands beside it. */
export function FieldRow({ label, value, tone = 'known', stacked = false, verb, onTap }: FieldRowProps) {
  const className = classNames('yz-field-row', `yz-field-row--${tone}`, stacked && 'yz-field-row--stacked');
  const inside = (
    <>
      <Text className="yz-field-row__label">{label}</Text>
      {verb !== undefined && <Text className="yz-field-row__verb">{verb}</Text>}
      <View className="yz-field-row__value">
        {value}
        {onTap && verb === undefined && <Icon name="chevron" size={14} className="yz-field-row__arrow" />}
      </View>
    </>
  );
  return onTap ? (
    <Tap className={className} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <View className={className}>{inside}</View>
  );
}
