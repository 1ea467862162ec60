import { View } from '@tarojs/components';
import { accessible } from '../../platform';
import { Card } from '../Card';
import './index.scss';

interface BarProps {
  /** Of the width there is, in percent. */
  readonly width?: number;
  readonly height?: number;
}

/** One grey bar in the place of a line or a picture. */
export function SkeletonBar({ width = 100, height = 14 }: BarProps) {
  return <View className="yz-skeleton__bar" style={{ width: `${width}%`, height: `${height}px` }} />;
}

/** Cards in the shape of those to come. */
export function SkeletonCards({ count = 2, lines = 3 }: { readonly count?: number; readonly lines?: number }) {
  return (
    <View className="yz-skeleton" {...accessible({ role: 'status', label: '正在加载' })}>
      {Array.from({ length: count }, (_, card) => (
        <Card key={card}>
          <SkeletonBar width={42} height={18} />
          {Array.from({ length: lines - 1 }, (_, line) => (
            <SkeletonBar key={line} width={line % 2 === 0 ? 88 : 64} />
          ))}
        </Card>
      ))}
    </View>
  );
}
