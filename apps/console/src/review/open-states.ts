import type { CaseState } from '@yuezheng/shared-types';

/** Whether a case in this state waits for an official. What he may do with it is for the server to say. */
export const isOpen = (state: CaseState): boolean => state === 'submitted' || state === 'in-review';
