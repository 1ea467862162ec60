import { Text, View } from '@tarojs/components';
import { Button, Notice } from '../../../components';
import type { Scan } from '../../../features/live-pass/live-state';
import { clockWithSeconds } from '../../../features/live-pass/permit-words';
import { accessible } from '../../../platform';
import './showing.scss';

interface Props {
  readonly scan: Scan;
  /** Refused since, while this one is compared. */
  readonly after?: Scan;
  readonly onClose: () => void;
}

/** The same two characters that the clerk sees, where the code was. */
export function Scanned({ scan, after, onClose }: Props) {
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
      {after && <Notice tone="warning" text={afterWords(after, scan)} />}
      <Button kind="secondary" onTap={onClose}>
        继续出示
      </Button>
    </View>
  );
}

/** At the same counter it was one pull too many; anywhere else somebody has a copy. */
const afterWords = (after: Scan, { where }: Scan): string =>
  after.where === where
    ? `${clockWithSeconds(after.at)} 同一窗口又扫了一次，没有影响。`
    : `${clockWithSeconds(after.at)} 另有人在${after.where}出示了您的码，没有通过（${after.result}）。请勿让他人拍摄屏幕。`;
