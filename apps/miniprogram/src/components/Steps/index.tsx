import { Text, View } from '@tarojs/components';
import { Fragment } from 'react';
import { accessible } from '../../platform';
import { classNames } from '../class-names';
import { Icon } from '../Icon';
import './index.scss';

interface StepsProps {
  readonly names: readonly string[];
  /** Index of the step that one is at. */
  readonly current: number;
  /** There may be more steps than these: later ones have no number yet. */
  readonly open?: boolean;
}

/** Where one is in a form of several pages. */
export function Steps({ names, current, open = false }: StepsProps) {
  const place = open ? `第 ${current + 1} 步` : `第 ${current + 1} 步，共 ${names.length} 步`;
  return (
    <View className="yz-steps" {...accessible({ role: 'img', label: `${place}：${names[current] ?? ''}` })}>
      {names.map((name, i) => (
        <Fragment key={name}>
          {i > 0 && <View className={classNames('yz-steps__line', i <= current && 'yz-steps__line--done')} />}
          <View className={classNames('yz-steps__step', i === current && 'yz-steps__step--now', i < current && 'yz-steps__step--done')}>
            <View className="yz-steps__dot">{i < current ? <Icon name="check" size={14} /> : <Text>{open && i > current ? '·' : i + 1}</Text>}</View>
            <Text>{name}</Text>
          </View>
        </Fragment>
      ))}
    </View>
  );
}
