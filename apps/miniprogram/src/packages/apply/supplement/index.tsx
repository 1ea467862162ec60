import { Text } from '@tarojs/components';
import type { CaseDetail } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import { Button, Card, Empty, Notice, Page, SkeletonCards } from '../../../components';
import { supplyVerb } from '../../../features/cases/case-words';
import { pathOf, type WantedPart } from '../../../features/cases/supplement-form';
import { useCase } from '../../../features/cases/use-case';
import { useSupplement, type SupplementView } from '../../../features/cases/use-supplement';
import { FieldView, MaterialField } from '../../../fields';
import { replacePage, scrollToElement, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { MY_CASES, Obstacle } from '../parts/Obstacle';
import { PageTitle } from '../parts/PageTitle';
import './index.scss';

const OFFLINE = '没有网络，选好的内容会保留，连上后再提交。';

/** 补件: everything that was asked for on one page, each with its reason. */
export default function SupplementPage() {
  const { caseId = '', target } = usePageParams();
  const detail = useCase(caseId);
  if (detail.data?.todo) return <Supplement detail={detail.data} target={target} />;
  return (
    <Page title="补件" offlineText={OFFLINE}>
      {detail.data ? (
        <Empty icon="check" title="现在没有需要补正的内容" text="到办件详情可以查看进度。">
          <Button onTap={() => replacePage(pages.case, { caseId })}>查看进度</Button>
        </Empty>
      ) : detail.error ? (
        <Obstacle list={MY_CASES} what="办件" problem={detail.error.problem} onRetry={() => detail.refetch()} />
      ) : (
        <SkeletonCards count={3} lines={4} />
      )}
    </Page>
  );
}

function Supplement({ detail, target }: { readonly detail: CaseDetail; readonly target?: string }) {
  const view = useSupplement(detail);
  const [sending, setSending] = useState<Readonly<Record<string, number>>>({});
  const count = Object.values(sending).reduce((sum, one) => sum + one, 0);
  const items = detail.todo?.items ?? [];

  useEffect(() => {
    if (target !== undefined && items[0]?.target !== target) scrollToElement(`#field-${target}`);
  }, [target]);

  return (
    <Page
      title="补件"
      offlineText={OFFLINE}
      hints={[`共 ${items.length} 项，一次补齐`, undefined]}
      actions={
        <Button onTap={view.send} disabled={count > 0}>
          {count > 0 ? `正在上传 ${count} 张图片` : supplyVerb(items)}
        </Button>
      }
    >
      <PageTitle title={detail.todo?.title ?? ''} lead={detail.todo?.text} />
      {view.problem && <Notice tone="danger" text={view.problem.sentence} />}
      {view.parts.map((part) => (
        <Wanted key={pathOf(part)} part={part} view={view} onSending={(now) => setSending((before) => ({ ...before, [part.item.target]: now }))} />
      ))}
    </Page>
  );
}

interface WantedProps {
  readonly part: WantedPart;
  readonly view: SupplementView;
  readonly onSending: (count: number) => void;
}

function Wanted({ part, view: { supply, keeper, sent, issues, fieldContext }, onSending }: WantedProps) {
  const error = issues.find(({ path }) => path === pathOf(part))?.message;
  if (part.kind === 'material') {
    return (
      <MaterialField
        material={part.material}
        files={supply.materials[part.material.id] ?? []}
        required
        reason={part.item.reason}
        error={error}
        kept={(sent[part.material.id] ?? []).length > 0}
        onChange={(change) => keeper.setFiles(part.material.id, change, sent)}
        onSending={onSending}
      />
    );
  }
  return (
    <Card>
      <Text className="yz-supplement__reason">{part.item.reason}</Text>
      <FieldView
        field={part.field}
        value={supply.values[part.field.id]}
        required
        error={error}
        context={fieldContext}
        onChange={(value) => keeper.setValue(part.field.id, value)}
      />
    </Card>
  );
}
