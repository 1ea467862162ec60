import { Text } from '@tarojs/components';
import type { Elsewhere } from '@yuezheng/shared-types';
import { Card, Tag } from '../../components';
import './elsewhere.scss';

/** What cannot be done here, each with the reason and where to go. */
export function ElsewhereCards({ matters }: { readonly matters: readonly Elsewhere[] }) {
  return (
    <>
      {matters.map(({ title, text }) => (
        <Card key={title} title={title} aside={<Tag tone="muted" text="不在此办理" />}>
          <Text className="yz-elsewhere__text">{text}</Text>
        </Card>
      ))}
    </>
  );
}
