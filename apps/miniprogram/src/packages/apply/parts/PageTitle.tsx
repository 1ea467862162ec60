import { Text, View } from '@tarojs/components';
import { accessible } from '../../../platform';
import './page-title.scss';

/** What this page is for, in one sentence, and a line of explanation. */
export function PageTitle({ title, lead }: { readonly title: string; readonly lead?: string }) {
  return (
    <View className="yz-page-title">
      <Text className="yz-page-title__words" {...accessible({ role: 'heading' })}>
        {title}
      </Text>
      {lead !== undefined && lead !== '' && <Text className="yz-page-title__lead">{lead}</Text>}
    </View>
  );
}
