import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { classNames } from '../class-names';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface AnswerRowProps {
  /** `radio`: one of several, its mark at the right; `checkbox`: yes or no, its mark before the words. */
  readonly role: 'radio' | 'checkbox';
  readonly checked: boolean;
  /** What a screen reader says; absent: the words inside. */
  readonly label?: string;
  readonly onTap: () => unknown;
}

/** An answer to choose, with a mark that says whether it is chosen. */
export function AnswerRow({ role, checked, label, onTap, children }: PropsWithChildren<AnswerRowProps>) {
  const mark = <View className="yz-answer__mark">{checked && <Icon name="check" size={14} />}</View>;
  return (
    <Tap className={classNames('yz-answer', `yz-answer--${role}`, checked && 'yz-answer--chosen')} role={role} checked={checked} label={label} onTap={onTap}>
      {role === 'checkbox' && mark}
      <View className="yz-answer__words">{children}</View>
      {role === 'radio' && mark}
    </Tap>
  );
}
