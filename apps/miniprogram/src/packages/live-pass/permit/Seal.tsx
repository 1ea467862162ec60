import { Text, View } from '@tarojs/components';
import { accessible } from '../../../platform';
import './seal.scss';

/** Half of the arc that the issuer's name spans, in degrees. */
const HALF_ARC = 112;

/** The issuer's seal, drawn with its own name. */
export function Seal({ issuer }: { readonly issuer: string }) {
  const characters = Array.from(issuer);
  const angleOf = (i: number): number => (characters.length === 1 ? 0 : -HALF_ARC + (2 * HALF_ARC * i) / (characters.length - 1));
  return (
    <View className="yz-seal" {...accessible({ role: 'img', label: `${issuer}电子证照专用章` })}>
      {characters.map((character, i) => (
        <View key={`${i}${character}`} className="yz-seal__spoke" style={{ transform: `rotate(${angleOf(i)}deg)` }}>
          <Text className="yz-seal__character">{character}</Text>
        </View>
      ))}
      <Text className="yz-seal__star">★</Text>
      <Text className="yz-seal__kind">电子证照专用章</Text>
    </View>
  );
}
