import { Text, View } from '@tarojs/components';
import { accessible } from '../../platform';
import { Icon, type IconName } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface FindingProps {
  readonly status: 'met' | 'unmet' | 'unknown';
  readonly title: string;
  readonly found: string;
  readonly onSource?: () => unknown;
}

const SIGNS: Record<FindingProps['status'], { icon: IconName; spoken: string }> = {
  met: { icon: 'check', spoken: '符合' },
  unmet: { icon: 'cross', spoken: '不符合' },
  unknown: { icon: 'minus', spoken: '没有查到' },
};

/** One item of a rule, with what was found and where. */
export function Finding({ status, title, found, onSource }: FindingProps) {
  return (
    <View className={`yz-finding yz-finding--${status}`}>
      <View className="yz-finding__sign" {...accessible({ role: 'img', label: SIGNS[status].spoken })}>
        <Icon name={SIGNS[status].icon} size={14} />
      </View>
      <View className="yz-finding__words">
        <View className="yz-finding__head">
          <Text className="yz-finding__title">{title}</Text>
          {onSource && (
            <Tap className="yz-finding__source" label={`${title}的数据来源`} onTap={onSource}>
              <Text>来源</Text>
              <Icon name="chevron" size={12} />
            </Tap>
          )}
        </View>
        <Text className="yz-finding__found">{found}</Text>
      </View>
    </View>
  );
}
