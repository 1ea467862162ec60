import { View } from '@tarojs/components';
import { memo } from 'react';
import { accessible } from '../../platform';
import './guilloche.scss';

/** The rosette and the waves behind a permit, in the colour of the text, for a parent that clips what overflows. */
export const Guilloche = memo(function Guilloche() {
  return (
    <View className="yz-guilloche" {...accessible({ hidden: true })}>
      <View className="yz-guilloche__waves" />
      <View className="yz-guilloche__rosette" />
    </View>
  );
});
