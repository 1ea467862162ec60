import { Text } from '@tarojs/components';
import { getConfig, saveSubscriptions, type CaseDetail } from '@yuezheng/shared-types';
import { useState } from 'react';
import { api, useRead } from '../../../api';
import { Button, Card, FieldRow, isLongValue, Page, QueryView, VerdictHeader } from '../../../components';
import { clockLabel, wayToPermit } from '../../../features/cases/case-words';
import { useCase } from '../../../features/cases/use-case';
import { askToSubscribe, canSubscribe, copyText, openPage, replacePage, showToast, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { MY_CASES, Obstacle } from '../parts/Obstacle';

/** The number, what happens next, and by when. */
export default function SubmittedPage() {
  const { caseId = '', number = '' } = usePageParams();
  const detail = useCase(caseId);
  const isDone = detail.data?.state === 'approved';
  const way = detail.data && wayToPermit(detail.data);
  return (
    <Page
      title={isDone ? '已办结' : '提交成功'}
      onBack={() => openPage(pages.home)}
      actions={
        way ? (
          <Button icon="id-card" onTap={() => openPage(way.page, way.params)}>
            {way.verb}
          </Button>
        ) : (
          <Button onTap={() => replacePage(pages.case, { caseId })}>查看进度</Button>
        )
      }
    >
      <QueryView query={detail} what="办件" onProblem={({ problem }) => <NumberOnly number={number} problem={problem} onRetry={() => detail.refetch()} />}>
        {(shown) => <Submitted detail={shown} />}
      </QueryView>
    </Page>
  );
}

function Submitted({ detail }: { readonly detail: CaseDetail }) {
  const isDone = detail.state === 'approved';
  const what = `${detail.serviceTitle} · ${detail.forName}`;
  return (
    <>
      <VerdictHeader tone="ok" title={isDone ? '已办结' : '已提交'} text={detail.outcome ?? what} />
      <Card rows>
        {detail.outcome !== undefined && <FieldRow label="办理事项" value={what} tone="own" stacked={isLongValue(what)} />}
        <FieldRow label="办件编号" value={detail.number} tone="own" verb="复制" stacked onTap={async () => (await copyText(detail.number)) && showToast('已复制')} />
        {detail.clock && <FieldRow label={clockLabel(detail.clock)} value={detail.clock.text} tone="own" />}
      </Card>
      <Card look="tint" title="接下来">
        <Text>{`${detail.headline}。`}</Text>
      </Card>
      {!isDone && <Reminders />}
    </>
  );
}

/** The case is in, whatever else can be shown of it. */
function NumberOnly({ number, ...obstacle }: { readonly number: string; readonly problem: Parameters<typeof Obstacle>[0]['problem']; readonly onRetry: () => unknown }) {
  return (
    <>
      {number !== '' && <VerdictHeader tone="ok" title="已提交" text={`办件编号 ${number}`} />}
      <Obstacle list={MY_CASES} what="办件" {...obstacle} />
    </>
  );
}

function Reminders() {
  const config = useRead(getConfig, {});
  const [answer, setAnswer] = useState<'asked' | 'allowed' | 'refused'>();
  const templates = config.data?.subscribeTemplates ?? [];
  if (!canSubscribe || templates.length === 0) {
    return (
      <Card title="怎么知道结果">
        <Text>办理进度会发到本小程序的消息和您的手机短信，也可以随时在“我的办件”查看。</Text>
      </Card>
    );
  }
  const ask = async () => {
    const accepted = await askToSubscribe(templates.map(({ id }) => id));
    setAnswer(accepted.length > 0 ? 'allowed' : 'refused');
    if (accepted.length > 0) await api.call(saveSubscriptions, { body: { accepted } });
  };
  return (
    <Card title="怎么知道结果">
      {answer === undefined ? (
        <Button kind="secondary" icon="bell" onTap={ask}>
          接收办理结果提醒
        </Button>
      ) : (
        <Text>{answer === 'allowed' ? '有结果会在微信通知您。' : '没有开启微信提醒。结果会发到本小程序的消息，也可以随时在“我的办件”查看。'}</Text>
      )}
    </Card>
  );
}
