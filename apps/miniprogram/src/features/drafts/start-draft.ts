import { checkEligibility, openDraft, type Draft } from '@yuezheng/shared-types';
import { api, type Answer } from '../../api';
import { queryClient } from '../../api/query-client';
import { openPage, replacePage } from '../../platform';
import { pages } from '../../pages';
import { queryKey } from '../../api/hooks';
import { openedDraft } from './draft-book';
import { stepsOf, stepToOpen } from './draft-rules';

/** The first save of a draft makes its version 2: before that the person has not been on any of its pages. */
const UNTOUCHED = 1;

/** Opens the draft that belongs to an eligibility check. */
export async function draftOf(eligibilityId: string): Promise<Answer<Draft>> {
  const answer = await api.call(openDraft, { body: { eligibilityId } });
  if (answer.ok) openedDraft(answer.value);
  return answer;
}

/**
 * Opens the page on which a draft goes on.
 *
 * @param instead in place of the page on show
 */
export async function continueDraft(draft: Draft, instead = false): Promise<void> {
  const keeper = openedDraft(draft);
  const { form } = keeper.store.getState();
  const steps = stepsOf(draft, form);
  const step = draft.version === UNTOUCHED ? (steps[0] ?? 'form') : stepToOpen(steps, form.step);
  keeper.goTo(step);
  await (instead ? replacePage : openPage)(pages[step], { draftId: draft.id });
}

/** Checks anew and puts the fresh result under the draft; what was typed stays. */
export async function recheckDraft({ serviceId, city, wardId }: Draft): Promise<Answer<Draft>> {
  const input = { params: { serviceId }, body: { city, ...(wardId !== undefined && { wardId }) } };
  const check = await api.call(checkEligibility, input);
  if (!check.ok) return check;
  void queryClient.invalidateQueries({ queryKey: queryKey(checkEligibility) });
  return draftOf(check.value.id);
}
