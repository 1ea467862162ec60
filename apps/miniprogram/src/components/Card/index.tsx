import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { accessible } from '../../platform';
import { classNames } from '../class-names';
import './index.scss';

interface CardProps {
  readonly title?: string;
  /** Beside the title, at the right: a tag or a hint. */
  readonly aside?: ReactNode;
  /** `todo`: something to do, with a warning edge; `tint`: what comes next; `bad`: an error to put right. */
  readonly look?: 'plain' | 'todo' | 'tint' | 'bad';
  /** Rows divide themselves and reach the foot of the card. */
  readonly rows?: boolean;
  readonly className?: string;
}

/** One matter on a page. */
export function Card({ title, aside, look = 'plain', rows = false, className, children }: PropsWithChildren<CardProps>) {
  return (
    <View className={classNames('yz-card', `yz-card--${look}`, rows && 'yz-card--rows', className)}>
      {title !== undefined && (
        <View className="yz-card__head">
          <Text className="yz-card__title" {...accessible({ role: 'heading' })}>
            {title}
          </Text>
          {aside !== undefined && <View className="yz-card__aside">{aside}</View>}
        </View>
      )}
      {children}
    </View>
  );
}
