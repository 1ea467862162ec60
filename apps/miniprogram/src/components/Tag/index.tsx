import { Text } from '@tarojs/components';
import type { Tone } from '@yuezheng/shared-types';
import './index.scss';

interface TagProps {
  readonly tone: Tone;
  readonly text: string;
}

/** A state in one word or two. The word says it; the colour only helps. */
export function Tag({ tone, text }: TagProps) {
  return <Text className={`yz-tag yz-tag--${tone}`}>{text}</Text>;
}
