import { getCase, withdrawCase, type CaseDetail } from '@yuezheng/shared-types';
import { useState, type ReactElement } from 'react';
import { queryClient, queryKey, useWrite } from '../../../api';
import { Button, ConfirmSheet, Page, QueryView, SkeletonCards } from '../../../components';
import { supplyVerb, wayToPermit } from '../../../features/cases/case-words';
import { rememberCase } from '../../../features/cases/remember-case';
import { useCase } from '../../../features/cases/use-case';
import { useReread } from '../../../features/use-reread';
import { openPage, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { MY_CASES, Obstacle } from '../parts/Obstacle';
import { CaseCards } from './CaseCards';

/** 办件详情: what the person must do, then the facts, then how it went and how long it may take. */
export default function CasePage() {
  const { caseId = '' } = usePageParams();
  const detail = useCase(caseId);
  const [withdrawing, setWithdrawing] = useState(false);
  useReread(getCase);

  return (
    <Page
      title="办件详情"
      offlineText="没有网络，下面是上次看到的内容。"
      actions={detail.data && nextButton(detail.data)}
      overlay={withdrawing && detail.data && <WithdrawSheet detail={detail.data} onClose={() => setWithdrawing(false)} />}
    >
      <QueryView
        query={detail}
        what="办件"
        skeleton={<SkeletonCards count={3} lines={4} />}
        onProblem={({ problem }) => <Obstacle list={MY_CASES} what="办件" problem={problem} onRetry={() => detail.refetch()} />}
      >
        {(shown) => <CaseCards detail={shown} onWithdraw={() => setWithdrawing(true)} />}
      </QueryView>
    </Page>
  );
}

/** The one thing to do now, if there is one. */
function nextButton(detail: CaseDetail): ReactElement | undefined {
  if (detail.todo && detail.actions.includes('supplement')) {
    return <Button onTap={() => openPage(pages.supplement, { caseId: detail.id })}>{supplyVerb(detail.todo.items)}</Button>;
  }
  const way = wayToPermit(detail);
  if (way) {
    return (
      <Button icon="id-card" onTap={() => openPage(way.page, way.params)}>
        {way.verb}
      </Button>
    );
  }
  if (detail.state === 'returned' || detail.state === 'withdrawn') {
    return <Button onTap={() => openPage(pages.guide, { serviceId: detail.serviceId, city: detail.city })}>重新办理</Button>;
  }
  return undefined;
}

function WithdrawSheet({ detail, onClose }: { readonly detail: CaseDetail; readonly onClose: () => void }) {
  const withdraw = useWrite(withdrawCase);
  const confirm = async () => {
    try {
      rememberCase(await withdraw.mutateAsync({ params: { caseId: detail.id }, body: { version: detail.version } }));
      onClose();
    } catch {
      // The sentence stands in withdraw.error; the case may have moved on meanwhile.
      void queryClient.invalidateQueries({ queryKey: queryKey(getCase, { params: { caseId: detail.id } }) });
    }
  };
  return (
    <ConfirmSheet title="撤回申请" verb="撤回这份申请" problem={withdraw.error?.problem.sentence} onConfirm={confirm} onClose={onClose}>
      撤回后不再办理，办件编号 {detail.number} 作废；需要时可以重新提交，重新计算办理时限。
    </ConfirmSheet>
  );
}
