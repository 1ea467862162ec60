import type { DraftStep } from '@yuezheng/shared-types';
import { useEffect, useState, type ReactNode } from 'react';
import { Button, Empty, Notice, Page, SkeletonCards, Steps } from '../../../components';
import type { DraftEnd, DraftKeeper, DraftNotice } from '../../../features/drafts/draft-keeper';
import { stepPlan, stepToOpen } from '../../../features/drafts/draft-rules';
import { savingWords } from '../../../features/drafts/saving-words';
import { useDraft } from '../../../features/drafts/use-draft';
import { pageOfStep, useDraftStep, type DraftStepView } from '../../../features/drafts/use-draft-step';
import { openPage, replacePage, useDidShow, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { Obstacle } from './Obstacle';

const NAMES: Record<DraftStep, string> = { situation: '情形', form: '信息', materials: '材料', confirm: '确认' };

const NOTICES: Record<DraftNotice, string> = {
  elsewhere: '内容已在别处更新，已为您载入最新内容，您在这里刚填写的也保留着，请核对。',
  requirements: '办理要求已更新，您填写的内容已保留，请核对后继续。',
};

const OFFLINE = '没有网络，填写的内容先存在手机上，连上后自动保存。';

interface DraftFrameProps {
  readonly step: DraftStep;
  /** Absent: 下一步. */
  readonly action?: (view: DraftStepView) => ReactNode;
  readonly children: (view: DraftStepView) => ReactNode;
}

/** One page of the form, whatever the service: loading, failing, gone, or there with its steps and its saving line. */
export function DraftFrame({ step, action, children }: DraftFrameProps) {
  const { draftId = '' } = usePageParams();
  const view = useDraft(draftId);
  if (view.kind === 'open') {
    return (
      <OpenDraft keeper={view.keeper} step={step} action={action}>
        {children}
      </OpenDraft>
    );
  }
  return (
    <Page title="填写申请" offlineText={OFFLINE}>
      {view.kind === 'loading' ? <SkeletonCards count={3} lines={4} /> : <Obstacle what="草稿" problem={view.problem} onRetry={view.retry} />}
    </Page>
  );
}

function OpenDraft({ keeper, step, action, children }: DraftFrameProps & { readonly keeper: DraftKeeper }) {
  const view = useDraftStep(keeper, step);
  const { draft, form, notice, end, saving, problem } = view.state;
  const at = view.steps.indexOf(step);

  // Links lead to a draft, not to its page: it goes on where the person was.
  const [isElsewhere] = useState(() => form.step !== step && view.steps.includes(form.step));
  // The requirements or another answer may also have taken this page away.
  const isLost = end === undefined && (isElsewhere || at === -1);
  useEffect(() => {
    if (isLost) void replacePage(pageOfStep(stepToOpen(view.steps, form.step)), { draftId: draft.id });
  }, [isLost]);
  useDidShow(() => {
    if (!isElsewhere) keeper.goTo(step);
  });

  if (end) return <DraftEnded title={draft.definition.title} end={end} />;
  const isSeveral = view.steps.length > 1;
  const plan = stepPlan(draft, form, step);
  return (
    <Page
      title={draft.definition.title}
      onBack={view.back}
      offlineText={OFFLINE}
      hints={isSeveral ? [savingWords(view.state), plan.open ? `第 ${at + 1} 步` : `第 ${at + 1} 步 / 共 ${plan.steps.length} 步`] : undefined}
      actions={action ? action(view) : <Button onTap={view.next}>下一步</Button>}
    >
      {isSeveral && <Steps names={plan.steps.map((name) => NAMES[name])} current={at} open={plan.open} />}
      {notice && <Notice tone="info" text={NOTICES[notice]} />}
      {saving === 'refused' && problem && <Notice tone="danger" text={problem.sentence} />}
      {children(view)}
    </Page>
  );
}

function DraftEnded({ title, end }: { readonly title: string; readonly end: DraftEnd }) {
  const isSubmitted = end.kind === 'submitted';
  return (
    <Page title={title}>
      <Empty
        icon={isSubmitted ? 'check' : 'document'}
        title={isSubmitted ? '这份申请已经提交' : '这份草稿已经不在了'}
        text={isSubmitted ? '到“我的办件”可以查看进度。' : '可能已被删除，或已在别处提交。需要时请重新办理。'}
      >
        {isSubmitted && end.caseId !== '' ? (
          <Button onTap={() => replacePage(pages.case, { caseId: end.caseId })}>查看进度</Button>
        ) : (
          <Button kind="secondary" onTap={() => openPage(isSubmitted ? pages.cases : pages.services)}>
            {isSubmitted ? '查看我的办件' : '返回办事'}
          </Button>
        )}
      </Empty>
    </Page>
  );
}
