import type { Draft, FieldIssue } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import type { ApiProblem } from '../../api';
import { formOf, sameContent } from './draft-form';
import { caseIn, draftIn, type DraftKeeper } from './draft-keeper';
import { showSubmitted } from './show-submitted';
import { recheckDraft } from './start-draft';
import { submissions } from './submissions';

export interface SubmitView {
  readonly submitting: boolean;
  /** What stands in the way, in a sentence. */
  readonly problem?: ApiProblem;
  /** Something good to know, such as a check that was made anew. */
  readonly news?: string;
  submit(): Promise<void>;
}

const isForFields = (issues: readonly FieldIssue[]): boolean => issues.some(({ path }) => path.startsWith('values.') || path.startsWith('materials.') || path === 'situation');

/** Submits the draft of the confirm page. One that was on its way when the app was closed is asked after at once. */
export function useSubmit(keeper: DraftKeeper): SubmitView {
  const [submitting, setSubmitting] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [news, setNews] = useState<string>();
  const draftId = keeper.store.getState().draft.id;

  async function refused(refusal: ApiProblem): Promise<void> {
    const current = draftIn(refusal.current);
    if (refusal.code === 'already-submitted') return showSubmitted(draftId, caseIn(refusal.current));
    if (refusal.code === 'definition-changed' && current) keeper.adopt(current, 'requirements');
    else if (refusal.code === 'version-conflict' && current) return newerDraft(current);
    else if (refusal.code === 'eligibility-stale') return recheck();
    else {
      if (isForFields(refusal.fields)) keeper.complain(refusal.fields);
      setProblem(refusal);
    }
  }

  // An earlier submission that never arrived leaves its old version behind: then nothing has changed but the number.
  async function newerDraft(current: Draft): Promise<void> {
    const isOurs = sameContent(formOf(current), keeper.store.getState().form);
    keeper.adopt(current, isOurs ? undefined : 'elsewhere');
    if (isOurs) await send();
  }

  async function recheck(): Promise<void> {
    const answer = await recheckDraft(keeper.store.getState().draft);
    if (answer.ok) setNews('资格校验已过期，刚刚为您重新校验，仍符合条件。请核对后再提交。');
    else setProblem(answer.problem);
  }

  async function send(): Promise<void> {
    setSubmitting(true);
    setProblem(undefined);
    setNews(undefined);
    const outcome = await submissions.submit(draftId, keeper.store.getState().draft.version);
    if (outcome.kind === 'submitted') await showSubmitted(draftId, outcome.value);
    else if (outcome.kind === 'unknown') setProblem(outcome.problem);
    else await refused(outcome.problem);
    setSubmitting(false);
  }

  useEffect(() => {
    if (submissions.isPending(draftId)) void send();
  }, [draftId]);

  return {
    submitting,
    problem,
    news,
    async submit() {
      if (submissions.isPending(draftId) || (await keeper.flush())) return send();
      const { end, problem: unsaved } = keeper.store.getState();
      if (end === undefined) setProblem(unsaved);
    },
  };
}

