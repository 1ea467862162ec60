import { Alert, Button } from 'antd';
import { preciseClockOf, preciseStampOf } from '../shared/time';
import type { DoubleUse } from './offline/counter-db';

/** What the sync found out afterwards: codes that were accepted here without a network and used elsewhere as well. */
export function DoubleUses({
  doubles,
  onAcknowledge,
}: {
  doubles: readonly DoubleUse[];
  onAcknowledge: (double: DoubleUse) => void;
}) {
  return (
    <>
      {doubles.map((double) => (
        <Alert
          key={double.id}
          type="error"
          showIcon
          title={`重复使用：${preciseClockOf(new Date(double.at).toISOString())} 离线核验的 ${double.name || '一张证照'}`}
          description={`同一个码 ${preciseStampOf(double.otherAt)} 已在${double.otherWhere}使用。请先暂停办结这一笔受理，联系持证人携居民身份证到窗口复核本人，再报告值班负责人；处理后按“已知悉”，此提示才会收起。`}
          action={
            <Button size="small" onClick={() => onAcknowledge(double)}>
              已知悉
            </Button>
          }
        />
      ))}
    </>
  );
}
