import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface LabelledRowProps {
  readonly label: ReactNode;
  /** Written at the right of the label of a stacked row, such as 更改. */
  readonly verb?: string;
  /** What is labelled stands below the label, over the whole width; in elder mode it always does. */
  readonly stacked?: boolean;
  readonly className?: string;
  /** What a screen reader says for the whole row, when it is tapped as one. */
  readonly spoken?: string;
  readonly onTap?: () => unknown;
}

/** A label with a value or a control, as a row of a card. */
export function LabelledRow({ label, verb, stacked = false, className, spoken, onTap, children }: PropsWithChildren<LabelledRowProps>) {
  const classes = classNames('yz-labelled', stacked && 'yz-labelled--stacked', className);
  const inside = (
    <>
      <Text className="yz-labelled__label">{label}</Text>
      {verb !== undefined && <Text className="yz-labelled__verb">{verb}</Text>}
      <View className="yz-labelled__content">
        {children}
        {onTap && verb === undefined && <Icon name="chevron" size={14} className="yz-labelled__arrow" />}
      </View>
    </>
  );
  return onTap ? (
    <Tap className={classes} label={spoken} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <View className={classes}>{inside}</View>
  );
}
