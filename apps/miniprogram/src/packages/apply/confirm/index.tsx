import { Text, View } from '@tarojs/components';
import { shanghaiDay, type FieldIssue } from '@yuezheng/shared-types';
import { useState } from 'react';
import { AnswerRow, Button, Card, FieldRow, Notice, Tap } from '../../../components';
import { contextOf, issuesOf, onlyConfirms, stepOfIssue } from '../../../features/drafts/draft-rules';
import type { DraftStepView } from '../../../features/drafts/use-draft-step';
import { useSubmit, type SubmitView } from '../../../features/drafts/use-submit';
import { accessible, openPage, scrollToElement, wallNow } from '../../../platform';
import { pages } from '../../../pages';
import { DraftFrame } from '../parts/DraftFrame';
import { PageTitle } from '../parts/PageTitle';
import { DraftSummary } from './DraftSummary';
import './index.scss';

/** Everything once more before it is submitted, with a way back to each part. */
export default function ConfirmPage() {
  const [pledged, setPledged] = useState(false);
  const [reminded, setReminded] = useState(false);
  return (
    <DraftFrame step="confirm" action={(view) => <SubmitButton view={view} pledged={pledged} onRemind={() => setReminded(true)} />}>
      {(view) => <Confirmation view={view} pledged={pledged} reminded={reminded && !pledged} onPledge={setPledged} />}
    </DraftFrame>
  );
}

interface ConfirmationProps {
  readonly view: DraftStepView;
  readonly pledged: boolean;
  /** The pledge was forgotten. */
  readonly reminded: boolean;
  readonly onPledge: (pledged: boolean) => void;
}

function Confirmation({ view, pledged, reminded, onPledge }: ConfirmationProps) {
  const { draft, form } = view.state;
  const { definition } = draft;
  const isOneTap = onlyConfirms(draft, form);
  return (
    <>
      <PageTitle title={isOneTap ? '确认后立即办结' : '确认后提交'} lead={isOneTap ? '政务数据已核验通过，无需填写，也无需材料。' : '请核对，有误可点“修改”。'} />
      {issuesLeft(view).map((issue) => (
        <Notice key={issue.path} tone="danger" text={issue.message}>
          <Tap className="yz-confirm__mend" onTap={() => view.edit(stepOfIssue(issue))}>
            去修改
          </Tap>
        </Notice>
      ))}
      <DraftSummary view={view} onEdit={isOneTap ? undefined : view.edit} />
      {isOneTap && draft.outcome !== undefined && (
        <Card rows look="tint">
          <FieldRow label="办结后" value={draft.outcome} tone="own" />
        </Card>
      )}
      {isOneTap ? (
        <Text className="yz-confirm__statement">
          点“{definition.submitVerb}”即表示：{definition.pledge}
        </Text>
      ) : (
        <View id="pledge" className={reminded ? 'yz-confirm__pledge yz-confirm__pledge--bad' : 'yz-confirm__pledge'}>
          <AnswerRow role="checkbox" checked={pledged} label={definition.pledge} onTap={() => onPledge(!pledged)}>
            {definition.pledge}
          </AnswerRow>
          {reminded && (
            <View className="yz-confirm__reminder" {...accessible({ role: 'alert' })}>
              请先阅读并勾选承诺，再{definition.submitVerb}。
            </View>
          )}
        </View>
      )}
    </>
  );
}

/** What the phone itself or the server finds wrong, on whichever page. */
function issuesLeft({ state, steps, city }: DraftStepView): FieldIssue[] {
  const { draft, form, serverIssues } = state;
  const context = contextOf(draft, form, shanghaiDay(wallNow()), city);
  const own = steps.flatMap((step) => issuesOf(draft, form, step, context));
  return [...own, ...serverIssues.filter(({ path }) => !own.some((issue) => issue.path === path))];
}

interface SubmitButtonProps {
  readonly view: DraftStepView;
  readonly pledged: boolean;
  readonly onRemind: () => void;
}

function SubmitButton({ view, pledged, onRemind }: SubmitButtonProps) {
  const { draft, form } = view.state;
  const submission = useSubmit(view.keeper);
  const blocked = issuesLeft(view).some(({ path }) => path.startsWith('values.') || path.startsWith('materials.') || path === 'situation');
  const tap = async () => {
    if (!pledged && !onlyConfirms(draft, form)) {
      onRemind();
      scrollToElement('#pledge');
      return;
    }
    await submission.submit();
  };
  return (
    <>
      <SubmitProblem submission={submission} />
      <Button onTap={tap} loading={submission.submitting} disabled={blocked}>
        {submission.submitting ? '正在提交' : draft.definition.submitVerb}
      </Button>
    </>
  );
}

function SubmitProblem({ submission: { problem, news } }: { readonly submission: SubmitView }) {
  if (news !== undefined) return <Notice tone="info" text={news} />;
  if (problem === undefined) return null;
  return (
    <Notice tone="danger" text={problem.sentence}>
      {problem.code === 'case-open' && (
        <Tap className="yz-confirm__mend" onTap={() => openPage(pages.cases)}>
          查看我的办件
        </Tap>
      )}
    </Notice>
  );
}
