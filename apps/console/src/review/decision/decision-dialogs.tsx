import { useEffect, useState } from 'react';
import type { ReviewAction, ReviewActionView, ReviewCase } from '@yuezheng/shared-types';
import type { ApiFailure } from '../../api/failure';
import type { Decision } from '../use-review-case';
import { update } from '../../worker/update';
import { ConfirmDialog } from './confirm-dialog';
import { ReasonDialog } from './reason-dialog';
import { SupplementDialog } from './supplement-dialog';
import './dialogs.css';

/** What every dialog of a decision gets. Dialogs stay mounted, so that what was typed outlives closing and conflicts. */
export interface DecisionDialogProps {
  readonly view: ReviewActionView;
  readonly reviewCase: ReviewCase;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Resolves to the refusal, or undefined when it was done. */
  readonly onDecide: (decision: Decision) => Promise<ApiFailure | undefined>;
}

interface Props extends Omit<DecisionDialogProps, 'view' | 'open'> {
  readonly opened?: ReviewAction;
}

const DIALOGS: Readonly<Record<ReviewActionView['asks'], (props: DecisionDialogProps) => JSX.Element>> = {
  nothing: ConfirmDialog,
  reason: ReasonDialog,
  items: SupplementDialog,
};

/** One dialog for each act that was opened on this case; which kind follows from what the act asks for. */
export function DecisionDialogs({ reviewCase, opened, ...rest }: Props) {
  const views = useViewsEverOpened(reviewCase, opened);
  useNoUpdateDuring(views.length > 0);
  return (
    <>
      {views.map((view) => {
        const Dialog = DIALOGS[view.asks];
        return (
          <Dialog
            key={view.action}
            view={view}
            reviewCase={reviewCase}
            open={view.action === opened}
            {...rest}
          />
        );
      })}
    </>
  );
}

/** A new version must not take away what was typed about a case. */
function useNoUpdateDuring(begun: boolean): void {
  useEffect(() => {
    update.hold(begun);
    return () => update.hold(false);
  }, [begun]);
}

/** A dialog must not vanish with its text when a conflict takes its act off the list. */
function useViewsEverOpened(
  reviewCase: ReviewCase,
  opened: ReviewAction | undefined,
): readonly ReviewActionView[] {
  const [views, setViews] = useState<readonly ReviewActionView[]>([]);
  const fresh = reviewCase.actions.find((view) => view.action === opened);
  if (fresh !== undefined && !views.some((view) => view.action === fresh.action)) setViews([...views, fresh]);
  return views;
}
