import { discardDraft, getHome, listDrafts, type RouteOutput } from '@yuezheng/shared-types';
import { api, queryClient, queryKey, useRead, type Answer } from '../../api';
import { closeDraft } from './draft-book';
import { pages } from '../../pages';
import { openPage } from '../../platform';

export type ListedDraft = RouteOutput<typeof listDrafts>['drafts'][number];

/** My drafts, the latest first; empty until they are there, and for people who are not logged in. */
export const useDraftList = (): readonly ListedDraft[] => useRead(listDrafts, {}).data?.drafts ?? [];

/** Goes on with a draft where it was left. */
export const resumeDraft = ({ id, step }: ListedDraft): Promise<void> => openPage(pages[step], { draftId: id });

/** Deletes a draft for good. */
export async function deleteDraft(draftId: string): Promise<Answer<unknown>> {
  const answer = await api.call(discardDraft, { params: { draftId } });
  if (answer.ok) {
    closeDraft(draftId);
    [listDrafts, getHome].forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));
  }
  return answer;
}
