import { Text, View } from '@tarojs/components';
import { Button } from '../../../components';
import type { Scan } from '../../../features/live-pass/live-state';
import { clockWithSeconds } from '../../../features/live-pass/permit-words';
import { accessible } from '../../../platform';
import './showing.scss';

/** The same two characters that the clerk sees, where the code was. */
export function Scanned({ scan, onClose }: { readonly scan: Scan; readonly onClose: () => void }) {
  const { challenge } = scan;
  return (
    <View className="yz-scan" {...accessible({ role: 'alert' })}>
      <Text className="yz-scan__result">{scan.result}</Text>
      {challenge && (
        <View
          className="yz-scan__challenge"
          style={{ background: challenge.colour, color: challenge.ink }}
          {...accessible({ role: 'img', label: `校验字 ${challenge.characters}，${challenge.colourName}` })}
        >
          <Text className="yz-scan__characters">{challenge.characters}</Text>
          <Text className="yz-scan__colour">{challenge.colourName}</Text>
        </View>
      )}
      {challenge && <Text className="yz-scan__hint">请与窗口屏幕上的字和颜色核对</Text>}
      <Text className="yz-scan__where">
        {clockWithSeconds(scan.at)} ・ {scan.where} ・ {scan.purpose}
      </Text>
      <Button kind="secondary" onTap={onClose}>
        继续出示
      </Button>
    </View>
  );
}
