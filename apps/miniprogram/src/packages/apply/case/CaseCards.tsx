import { Text, View } from '@tarojs/components';
import { shanghaiDay, type CaseDetail } from '@yuezheng/shared-types';
import { Button, Card, FieldRow, isLongValue, ListRow, Tag, Timeline } from '../../../components';
import { clockLabel } from '../../../features/cases/case-words';
import { shortMoment } from '../../../features/clock-words';
import { copyText, openPage, showToast, wallNow } from '../../../platform';
import { pages } from '../../../pages';
import './index.scss';

/** A case from the top: its state in one sentence, what is wanted, the way it took, the facts. */
export function CaseCards({ detail, onWithdraw }: { readonly detail: CaseDetail; readonly onWithdraw: () => void }) {
  const { todo, reason, outcome, facts, clock } = detail;
  const supply = (target: string) => openPage(pages.supplement, { caseId: detail.id, target });
  return (
    <>
      <Card className={`yz-case__state yz-case__state--${detail.tone}`}>
        <Tag tone={detail.tone} text={detail.stateLabel} />
        <Text className="yz-case__title">{todo?.title ?? detail.headline}</Text>
        {todo && <Text className="yz-case__text">{todo.text}</Text>}
        {outcome !== undefined && <Text className="yz-case__text">{outcome}</Text>}
        {reason !== undefined && <Text className="yz-case__text">原因：{reason}</Text>}
      </Card>
      {todo && todo.items.length > 0 && (
        <Card rows>
          {todo.items.map((item) => (
            <ListRow
              key={`${item.kind}.${item.target}`}
              title={item.title}
              text={item.reason}
              aside={
                <Button kind="secondary" size="small" label={`${item.title}，${item.kind === 'material' ? '去补交' : '去更正'}`} onTap={() => supply(item.target)}>
                  {item.kind === 'material' ? '去补交' : '去更正'}
                </Button>
              }
            />
          ))}
        </Card>
      )}
      <Card title={detail.serviceTitle}>
        <View className="yz-case__number">
          <Text>办件编号 {detail.number}</Text>
          <Button kind="plain" size="small" label="复制办件编号" onTap={async () => (await copyText(detail.number)) && showToast('已复制')}>
            复制
          </Button>
        </View>
        <Timeline
          items={detail.timeline.map(({ at, title, detail: text, tone }) => ({ key: at + title, title, text, tone, time: shortMoment(at, wallNow()) }))}
        />
        {clock && (
          <View className="yz-case__clock">
            <Text className="yz-case__clock-label">{clockLabel(clock)}</Text>
            <Text className={clock.overdue ? 'yz-case__clock-text yz-case__clock-text--bad' : 'yz-case__clock-text'}>{clock.text}</Text>
          </View>
        )}
      </Card>
      <Card rows title="申请内容">
        {facts.map(({ label, value }) => (
          <FieldRow key={label} label={label} value={value} stacked={isLongValue(value)} />
        ))}
        <FieldRow label="办理城市" value={detail.cityName} />
        <FieldRow label="提交日期" value={shanghaiDay(Date.parse(detail.submittedAt))} />
      </Card>
      {detail.actions.includes('withdraw') && (
        <Button kind="plain" onTap={onWithdraw}>
          撤回申请
        </Button>
      )}
    </>
  );
}
