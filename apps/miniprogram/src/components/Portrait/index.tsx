import { Image, View } from '@tarojs/components';
import { accessible } from '../../platform';
import { Icon } from '../Icon';
import './index.scss';

interface PortraitProps {
  /** Address of the picture; absent: not there or not loaded yet. */
  readonly src?: string;
  readonly size?: 'small' | 'large';
}

/** The photo of a holder, upright as on a card. */
export function Portrait({ src, size = 'small' }: PortraitProps) {
  return (
    <View className={`yz-portrait yz-portrait--${size}`}>
      {src === undefined ? (
        <Icon name="user" size={size === 'small' ? 26 : 44} />
      ) : (
        <Image className="yz-portrait__picture" src={src} mode="aspectFill" {...accessible({ label: '证件照片', role: 'img' })} />
      )}
    </View>
  );
}
