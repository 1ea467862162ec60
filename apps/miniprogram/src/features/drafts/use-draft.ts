import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ApiProblem } from '../../api';
import { useDidHide, useDidShow, watchVisibility } from '../../platform';
import { keeperOf, loadDraft } from './draft-book';
import type { DraftKeeper, DraftState } from './draft-keeper';
import { showLostSubmission } from './show-submitted';

export type DraftView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem; retry(): void }
  | { readonly kind: 'open'; readonly keeper: DraftKeeper };

/** Opens a draft for a page: at once where another page has it open, from the server otherwise. Saves on leaving. */
export function useDraft(draftId: string): DraftView {
  const [view, setView] = useState<DraftView>(() => {
    const keeper = keeperOf(draftId);
    return keeper ? { kind: 'open', keeper } : { kind: 'loading' };
  });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let mounted = true;
    const open = async (): Promise<void> => {
      const opening = await loadDraft(draftId);
      if (!mounted) return;
      if (opening.ok) return setView({ kind: 'open', keeper: opening.keeper });
      const { problem } = opening;
      if (problem.code === 'not-found' && (await showLostSubmission(draftId))) return;
      if (mounted) setView({ kind: 'failed', problem, retry: () => setAttempt((count) => count + 1) });
    };
    void open();
    return () => {
      mounted = false;
      void keeperOf(draftId)?.flush();
    };
  }, [draftId, attempt]);

  useDidShow(() => {
    if (view.kind === 'failed') view.retry();
  });
  useDidHide(() => void keeperOf(draftId)?.flush());
  useEffect(() => watchVisibility((visible) => !visible && void keeperOf(draftId)?.flush()), [draftId]);
  return view;
}

/** What is in a draft now. */
export const useDraftState = (keeper: DraftKeeper): DraftState => useStore(keeper.store);
