import { checkEligibility, getHome, getPermit, listCases, listDrafts, listPermits } from '@yuezheng/shared-types';
import { queryClient, queryKey } from '../../api';
import { startOverAt } from '../../platform';
import { pages } from '../../pages';
import { closeDraft } from './draft-book';
import { caseIn } from './draft-keeper';
import { submissions } from './submissions';
import type { SubmittedCase } from './submitter';

/** Goes to the page that says what happens next, with no way back to a form that is gone. */
export async function showSubmitted(draftId: string, { caseId, number }: SubmittedCase): Promise<void> {
  closeDraft(draftId);
  // What was checked before no longer holds.
  queryClient.removeQueries({ queryKey: queryKey(checkEligibility) });
  // Some cases are decided at once: a permit may be another one by now.
  [listDrafts, listCases, getHome, listPermits, getPermit].forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));
  await startOverAt(pages.submitted, { caseId, number });
}

/**
 * A draft that is not there any more may have been submitted just before the app was closed, its answer lost.
 *
 * @returns whether it was, and the page that says so is on its way
 */
export async function showLostSubmission(draftId: string): Promise<boolean> {
  const outcome = await submissions.resume(draftId);
  if (outcome?.kind === 'submitted') await showSubmitted(draftId, outcome.value);
  else if (outcome?.kind === 'refused' && outcome.problem.code === 'already-submitted') await showSubmitted(draftId, caseIn(outcome.problem.current));
  else return false;
  return true;
}
