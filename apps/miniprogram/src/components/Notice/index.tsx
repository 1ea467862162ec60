import { Text, View } from '@tarojs/components';
import type { Tone } from '@yuezheng/shared-types';
import type { PropsWithChildren } from 'react';
import { accessible } from '../../platform';
import { Icon } from '../Icon';
import './index.scss';

interface NoticeProps {
  readonly tone: Extract<Tone, 'ok' | 'info' | 'warning' | 'danger'>;
  readonly text: string;
}

/** Something to know about the page as a whole; a problem is read out at once. */
export function Notice({ tone, text, children }: PropsWithChildren<NoticeProps>) {
  return (
    <View className={`yz-notice yz-notice--${tone}`} {...accessible({ role: tone === 'danger' ? 'alert' : 'status' })}>
      <Icon name={tone === 'ok' ? 'check' : tone === 'info' ? 'info' : 'alert'} size={18} className="yz-notice__sign" />
      <View className="yz-notice__words">
        <Text>{text}</Text>
        {children}
      </View>
    </View>
  );
}
