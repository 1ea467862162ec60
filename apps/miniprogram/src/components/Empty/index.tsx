import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon, type IconName } from '../Icon';
import './index.scss';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  /** How something would come to be here. */
  readonly text: string;
}

/** Nothing here yet; the child is the button that changes that. */
export function Empty({ icon, title, text, children }: PropsWithChildren<EmptyProps>) {
  return (
    <View className="yz-empty">
      <View className="yz-empty__sign">
        <Icon name={icon} size={32} />
      </View>
      <Text className="yz-empty__title">{title}</Text>
      <Text className="yz-empty__text">{text}</Text>
      {children && <View className="yz-empty__action">{children}</View>}
    </View>
  );
}
