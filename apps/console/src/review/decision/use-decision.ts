import { useEffect, useState } from 'react';
import type { ApiFailure } from '../../api/failure';
import type { Decision } from '../use-review-case';
import type { DecisionDialogProps } from './decision-dialogs';

export interface DecisionAttempt {
  readonly failure?: ApiFailure;
  /** The case changed since the official last looked: he must look again before he decides. */
  readonly changed: boolean;
  /** The act is no longer possible in the present state. */
  readonly gone: boolean;
  readonly acknowledge: () => void;
  readonly submit: (extras: Pick<Decision, 'reason' | 'items'>) => Promise<void>;
}

/** Sends one decision for the version that the official has seen, never for a newer one that he has not. */
export function useDecision({ view, reviewCase, open, onDecide }: DecisionDialogProps): DecisionAttempt {
  const [seenVersion, setSeenVersion] = useState(reviewCase.version);
  const [failure, setFailure] = useState<ApiFailure>();
  const { version } = reviewCase;
  useEffect(() => {
    if (!open) return;
    setSeenVersion(version);
    setFailure(undefined);
    // Only opening counts as having looked: a newer version that arrives meanwhile does not.
  }, [open]);
  return {
    failure,
    changed: version !== seenVersion,
    gone: !reviewCase.actions.some((possible) => possible.action === view.action),
    acknowledge: () => {
      setSeenVersion(version);
      setFailure(undefined);
    },
    submit: async (extras) => {
      setFailure(undefined);
      setFailure(await onDecide({ version: seenVersion, action: view.action, ...extras }));
    },
  };
}
