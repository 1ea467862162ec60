import { Text, View } from '@tarojs/components';
import { watermarkWords } from '../../../features/live-pass/permit-words';
import { accessible } from '../../../platform';

const ROWS = 9;
/** Each row begins this much to the right of the one above. */
const SHIFT_PX = 88;
const GAP = '　　';

/** Whose permit it is and what time it is, drifting under the print: what a picture or a film of a screen does not have. */
export function Watermark({ name, now }: { readonly name: string; readonly now: number }) {
  const words = watermarkWords(name, now);
  return (
    <View className="yz-live__watermark" {...accessible({ hidden: true })}>
      <View className="yz-live__drift">
        {Array.from({ length: ROWS }, (_, row) => (
          <Text key={row} className="yz-live__drift-row" style={{ marginLeft: `${(row % 3) * SHIFT_PX - SHIFT_PX}px` }}>
            {words + GAP + words + GAP + words}
          </Text>
        ))}
      </View>
    </View>
  );
}
