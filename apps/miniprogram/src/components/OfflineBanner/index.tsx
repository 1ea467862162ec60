import { Text, View } from '@tarojs/components';
import { accessible } from '../../platform';
import { Icon } from '../Icon';
import './index.scss';

/** Says that there is no network, and what still works. */
export function OfflineBanner({ text }: { readonly text: string }) {
  return (
    <View className="yz-offline" {...accessible({ role: 'status' })}>
      <Icon name="offline" size={18} />
      <Text>{text}</Text>
    </View>
  );
}
