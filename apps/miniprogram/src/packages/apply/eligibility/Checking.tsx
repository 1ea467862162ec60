import { Text, View } from '@tarojs/components';
import { Card } from '../../../components';
import { ASKED } from '../../../features/eligibility/use-eligibility';
import { accessible } from '../../../platform';
import { PageTitle } from '../parts/PageTitle';
import './checking.scss';

/** Says who is being asked while the answer is on its way. */
export function Checking() {
  return (
    <View className="yz-checking" {...accessible({ role: 'status', label: `正在校验，正在查询${ASKED.join('、')}` })}>
      <PageTitle title="正在校验" lead="正在向政务数据查询，一般几秒钟。您不用准备什么。" />
      <Card rows>
        {ASKED.map((name, i) => (
          <View key={name} className="yz-checking__row">
            <Text className="yz-checking__name">{name}</Text>
            <View className="yz-checking__dots" style={{ animationDelay: `${i * 160}ms` }}>
              <Text>查询中</Text>
            </View>
          </View>
        ))}
      </Card>
    </View>
  );
}
