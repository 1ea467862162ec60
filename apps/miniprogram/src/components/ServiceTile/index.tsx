import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface ServiceTileProps {
  readonly icon: IconName;
  /** One or two lines, broken where `\n` stands. */
  readonly title: string;
  readonly tint?: 'brand' | 'green' | 'gold';
  readonly onTap: () => unknown;
}

/** A service on the home page. */
export function ServiceTile({ icon, title, tint = 'brand', onTap }: ServiceTileProps) {
  return (
    <Tap className="yz-tile" label={title.replace(/\n/g, '')} onTap={onTap}>
      <View className={`yz-tile__icon yz-tile__icon--${tint}`}>
        <Icon name={icon} size={26} />
      </View>
      {title.split('\n').map((line) => (
        <Text className="yz-tile__line" key={line}>
          {line}
        </Text>
      ))}
    </Tap>
  );
}

/** Four tiles to a row, three in elder mode. */
export function TileGrid({ children }: { readonly children: React.ReactNode }) {
  return <View className="yz-tile-grid">{children}</View>;
}
