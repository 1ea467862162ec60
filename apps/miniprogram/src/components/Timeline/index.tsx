import { Text, View } from '@tarojs/components';
import type { Tone } from '@yuezheng/shared-types';
import { accessible } from '../../platform';
import './index.scss';

export interface TimelineItem {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** As it is to be read: `11-20 16:05`. */
  readonly time: string;
  readonly tone: Tone;
}

/** What happened, the latest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <View className="yz-timeline" {...accessible({ role: 'list' })}>
      {items.map((item, i) => (
        <View className="yz-timeline__item" key={item.key}>
          <View className={`yz-timeline__dot yz-timeline__dot--${i === 0 ? item.tone : 'muted'}`} />
          {i < items.length - 1 && <View className="yz-timeline__line" />}
          <View className="yz-timeline__words">
            <View className="yz-timeline__head">
              <Text className="yz-timeline__title">{item.title}</Text>
              <Text className="yz-timeline__time">{item.time}</Text>
            </View>
            <Text className="yz-timeline__text">{item.text}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
