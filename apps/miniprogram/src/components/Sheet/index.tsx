import { ScrollView, Text, View } from '@tarojs/components';
import { useEffect, type PropsWithChildren, type ReactNode } from 'react';
import { accessible, hideTabBar } from '../../platform';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Stays at the foot while the content scrolls. */
  readonly actions?: ReactNode;
}

/** A question or a list over the page, from below. Pages render it in `Page`'s `overlay`, only while it is open. */
export function Sheet({ title, onClose, actions, children }: PropsWithChildren<SheetProps>) {
  useEffect(hideTabBar, []);
  return (
    <View className="yz-sheet" {...accessible({ role: 'dialog', label: title })}>
      <View className="yz-sheet__shade" catchMove onClick={onClose} {...accessible({ hidden: true })} />
      <View className="yz-sheet__panel">
        <View className="yz-sheet__head">
          <Text className="yz-sheet__title">{title}</Text>
          <Tap className="yz-sheet__close" label="关闭" onTap={onClose}>
            <Icon name="cross" size={22} />
          </Tap>
        </View>
        <ScrollView scrollY className="yz-sheet__content">
          {children}
        </ScrollView>
        {actions && <View className="yz-sheet__actions">{actions}</View>}
      </View>
    </View>
  );
}
