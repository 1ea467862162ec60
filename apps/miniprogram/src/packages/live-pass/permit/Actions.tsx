import type { PermitFace } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { Icon, Tap, type IconName } from '../../../components';
import { openPage } from '../../../platform';
import { pages } from '../../../pages';
import { useEndorse } from '../../../features/wallet/use-endorse';

/** What else can be done with the permit. */
export function Actions({ face, onDetails }: { readonly face: PermitFace; readonly onDetails: () => void }) {
  const endorse = useEndorse(face);
  return (
    <View className="yz-live__actions">
      <Action icon="eye" text="查验记录" onTap={() => openPage(pages.verifications, { permitId: face.id })} />
      <Action icon="document" text="证面信息" onTap={onDetails} />
      {endorse && <Action icon="stamp" text={endorse.verb.replace(/^去/, '')} onTap={endorse.open} />}
    </View>
  );
}

function Action({ icon, text, onTap }: { readonly icon: IconName; readonly text: string; readonly onTap: () => unknown }) {
  return (
    <Tap className="yz-live__action" onTap={onTap}>
      <Icon name={icon} size={24} />
      <Text>{text}</Text>
    </Tap>
  );
}
