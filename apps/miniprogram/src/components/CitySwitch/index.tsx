import { Text } from '@tarojs/components';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface CitySwitchProps {
  /** Of the chosen city. */
  readonly name: string;
  readonly onTap: () => void;
}

/** The chosen city in the bar of a page; a tap changes it. */
export function CitySwitch({ name, onTap }: CitySwitchProps) {
  return (
    <Tap className="yz-city-switch" label={`当前城市：${name}`} onTap={onTap}>
      <Icon name="pin" size={20} className="yz-city-switch__pin" />
      <Text>{name}</Text>
      <Icon name="down" size={14} />
    </Tap>
  );
}
