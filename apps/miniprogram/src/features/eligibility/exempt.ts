import type { EligibilityOutcome } from '@yuezheng/shared-types';

type Outcome = Pick<EligibilityOutcome, 'verdict' | 'situations'>;

/** Whether the person may go on to the form. */
export const isOpen = ({ verdict }: Pick<Outcome, 'verdict'>): boolean => verdict === 'exempt' || verdict === 'with-materials';

/** Whether government data have confirmed the chosen situation (免材料). */
export const isExempt = ({ verdict, situations }: Outcome, situation: string | undefined): boolean =>
  situations.length === 0 ? verdict === 'exempt' : situations.some(({ id, exempt }) => id === situation && exempt);
