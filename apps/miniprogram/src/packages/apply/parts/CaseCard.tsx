import { Text, View } from '@tarojs/components';
import { shanghaiDay, type LocalDate, type RouteOutput, type listCases } from '@yuezheng/shared-types';
import { Card, Tag, Tap } from '../../../components';
import { openPage } from '../../../platform';
import { pages } from '../../../pages';
import './case-card.scss';

type ListedCase = RouteOutput<typeof listCases>['cases'][number];

/** A case in a list: what it is, how it stands, and what happens now. */
export function CaseCard({ item, today }: { readonly item: ListedCase; readonly today: LocalDate }) {
  const day = shanghaiDay(Date.parse(item.submittedAt));
  return (
    <Tap onTap={() => openPage(pages.case, { caseId: item.id })}>
      <Card title={item.serviceTitle} aside={<Tag tone={item.tone} text={item.stateLabel} />} look={item.state === 'supplement' ? 'todo' : 'plain'}>
        <Text className="yz-case-card__headline">{item.headline}</Text>
        <View className="yz-case-card__foot">
          <Text>{`${item.forName} · ${item.cityName}`}</Text>
          <Text>{day === today ? '今天提交' : `${day} 提交`}</Text>
        </View>
      </Card>
    </Tap>
  );
}
