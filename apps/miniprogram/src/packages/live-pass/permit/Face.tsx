import { getPermitPhoto, revealPermit, type PermitFace } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../../api';
import { Guilloche, Icon, Portrait, Tag, Tap } from '../../../components';
import { useRemoteImage } from '../../../features/use-remote-image';
import { showToast, useDidHide } from '../../../platform';
import { Seal } from './Seal';
import { Watermark } from './Watermark';
import './face.scss';

interface FaceProps {
  readonly face: PermitFace;
  /** The server's time while the permit is shown, epoch ms. */
  readonly now?: number;
}

/** What is printed on the card. */
export function Face({ face, now }: FaceProps) {
  const photo = useRemoteImage(getPermitPhoto, { params: { permitId: face.id } });
  return (
    <>
      <View className="yz-live__face">
        <View className="yz-live__pattern">
          <Guilloche />
        </View>
        {now !== undefined && <Watermark name={face.holderName} now={now} />}
        <View className="yz-live__head">
          <View>
            <Text className="yz-live__title">{face.title}</Text>
            <Text className="yz-live__english">GUANGDONG RESIDENCE PERMIT</Text>
          </View>
          <Tag tone={face.tone} text={face.statusLabel} />
        </View>
        <Seal issuer={face.issuer} />
        <View className="yz-live__holder">
          <Portrait src={photo} size="large" />
          <View className="yz-live__facts">
            <Text className="yz-live__name">{face.holderName}</Text>
            <Text className="yz-live__fact">{[face.sex, face.ethnicity].filter(Boolean).join(' ・ ')}</Text>
            <IdNumber face={face} />
            <Text className="yz-live__fact">
              有效期至 <Text className="yz-live__strong">{face.validUntil}</Text>
            </Text>
          </View>
        </View>
      </View>
      <View className="yz-live__address">
        <Text className="yz-live__label">居住地址 </Text>
        <Text>{face.address}</Text>
      </View>
    </>
  );
}

/** Long enough to read it out. */
const REVEALED_FOR_MS = 30_000;

/** Masked until the holder taps; what was shown is not kept. */
function IdNumber({ face }: { readonly face: PermitFace }) {
  const [whole, setWhole] = useState<string>();
  useDidHide(() => setWhole(undefined));
  useEffect(() => {
    if (whole === undefined) return undefined;
    const timer = setTimeout(() => setWhole(undefined), REVEALED_FOR_MS);
    return () => clearTimeout(timer);
  }, [whole]);
  const toggle = async () => {
    if (whole !== undefined) return setWhole(undefined);
    const answer = await api.call(revealPermit, { params: { permitId: face.id } });
    if (answer.ok) setWhole(answer.value.idNumber);
    else showToast(answer.problem.code === 'offline' ? '没有网络，暂时不能显示完整号码' : answer.problem.sentence);
  };
  return (
    <Tap className="yz-live__number" label={whole === undefined ? `证件号码 ${face.idNumber}，显示完整号码` : '隐藏证件号码'} onTap={toggle}>
      <Text className="yz-live__fact">{whole ?? face.idNumber}</Text>
      <Icon name={whole === undefined ? 'eye' : 'eye-off'} size={18} className="yz-live__eye" />
    </Tap>
  );
}
