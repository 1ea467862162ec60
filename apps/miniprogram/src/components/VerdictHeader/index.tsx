import { Text, View } from '@tarojs/components';
import type { Tone } from '@yuezheng/shared-types';
import { accessible } from '../../platform';
import { Icon, type IconName } from '../Icon';
import './index.scss';

interface VerdictHeaderProps {
  readonly tone: Extract<Tone, 'ok' | 'warning' | 'danger' | 'info'>;
  readonly title: string;
  readonly text?: string;
}

const SIGNS: Record<VerdictHeaderProps['tone'], IconName> = { ok: 'check', warning: 'clock', danger: 'cross', info: 'info' };

/** The result in one sentence, before its reasons. Round for yes, square for no: told apart without colour. */
export function VerdictHeader({ tone, title, text }: VerdictHeaderProps) {
  return (
    <View className="yz-verdict" {...accessible({ role: 'status' })}>
      <View className={`yz-verdict__sign yz-verdict__sign--${tone}`}>
        <Icon name={SIGNS[tone]} size={30} />
      </View>
      <View className="yz-verdict__words">
        <Text className="yz-verdict__title">{title}</Text>
        {text !== undefined && <Text className="yz-verdict__text">{text}</Text>}
      </View>
    </View>
  );
}
