import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Icon, type IconName } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface ListRowProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: IconName;
  /** A picture at the left instead of an icon. */
  readonly picture?: ReactNode;
  /** At the right: a tag, a time, a button. */
  readonly aside?: ReactNode;
  /** Leads somewhere: the whole row is tapped and shows an arrow. */
  readonly onTap?: () => unknown;
}

/** One of several things in a card. */
export function ListRow({ title, text, icon, picture, aside, onTap }: ListRowProps) {
  const inside = (
    <>
      {icon && (
        <View className="yz-row__icon">
          <Icon name={icon} size={22} />
        </View>
      )}
      {picture}
      <View className="yz-row__words">
        <Text className="yz-row__title">{title}</Text>
        {text !== undefined && <Text className="yz-row__text">{text}</Text>}
      </View>
      {aside !== undefined && <View className="yz-row__aside">{aside}</View>}
      {onTap && <Icon name="chevron" size={16} className="yz-row__arrow" />}
    </>
  );
  if (onTap === undefined) return <View className="yz-row">{inside}</View>;
  return (
    <Tap className={classNames('yz-row', 'yz-row--link')} onTap={onTap}>
      {inside}
    </Tap>
  );
}
