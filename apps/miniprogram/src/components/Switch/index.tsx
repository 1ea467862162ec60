import { View } from '@tarojs/components';
import { classNames } from '../class-names';
import './index.scss';

/** How a setting stands, drawn as a switch; the row around it is what is tapped and read out. */
export function Switch({ on }: { readonly on: boolean }) {
  return (
    <View className={classNames('yz-switch', on && 'yz-switch--on')}>
      <View className="yz-switch__knob" />
    </View>
  );
}
