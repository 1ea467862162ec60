import { getDraft, saveDraft, type Draft } from '@yuezheng/shared-types';
import { api, type ApiProblem } from '../../api';
import { createIntent } from '../../api/intent';
import { isPassing } from '../../api/problem';
import { randomUuid, wallNow, watchNetwork } from '../../platform';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import { fitForm, formOf, mergeForms, sameContent } from './draft-form';
import { localCopies } from './local-copy';

export type Opening = { readonly ok: true; readonly keeper: DraftKeeper } | { readonly ok: false; readonly problem: ApiProblem };

/** The drafts that are open: the pages of one form share one keeper. */
const keepers = new Map<string, DraftKeeper>();

watchNetwork((online) => {
  if (online) keepers.forEach((keeper) => keeper.store.getState().saving === 'offline' && void keeper.flush());
});

function newKeeper(draft: Draft): DraftKeeper {
  const intent = createIntent(randomUuid);
  const keeper = createDraftKeeper(draft, {
    async save(draftId, body) {
      const input = { params: { draftId }, body };
      const answer = await api.call(saveDraft, input, { key: await intent.keyFor(input) });
      if (answer.ok || !isPassing(answer.problem)) intent.settle();
      return answer;
    },
    delay(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    now: wallNow,
    copies: localCopies,
  });
  keepers.set(draft.id, keeper);
  return keeper;
}

/** The keeper of a draft that the server has just answered with. */
export function openedDraft(draft: Draft): DraftKeeper {
  const known = keepers.get(draft.id);
  if (known && !known.store.getState().end) {
    known.adopt(draft, draft.rebased ? 'requirements' : undefined);
    return known;
  }
  const keeper = newKeeper(draft);
  const copy = localCopies.read(draft.id);
  if (copy) {
    const typed = fitForm(mergeForms(formOf(copy.draft), copy.form, formOf(draft)), draft.definition);
    if (!sameContent(typed, formOf(draft))) keeper.restore(typed, copy.draft.version === draft.version ? undefined : 'elsewhere');
  }
  if (draft.rebased) keeper.adopt(draft, 'requirements');
  return keeper;
}

/** Opens a draft: from the server, or from this phone when there is no network and something was left unsaved. */
export async function loadDraft(draftId: string): Promise<Opening> {
  const known = keepers.get(draftId);
  if (known && (known.store.getState().end || !(await known.flush()))) return { ok: true, keeper: known };
  const answer = await api.call(getDraft, { params: { draftId } });
  if (answer.ok) return { ok: true, keeper: openedDraft(answer.value) };
  if (known) return { ok: true, keeper: known };
  const copy = localCopies.read(draftId);
  if (copy === undefined || !isPassing(answer.problem)) return { ok: false, problem: answer.problem };
  const keeper = newKeeper(copy.draft);
  keeper.restore(copy.form);
  return { ok: true, keeper };
}

export const keeperOf = (draftId: string): DraftKeeper | undefined => keepers.get(draftId);

/** Closes a draft that was submitted or deleted. */
export function closeDraft(draftId: string): void {
  keepers.delete(draftId);
  localCopies.forget(draftId);
}
