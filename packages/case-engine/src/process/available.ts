import type { ResidentAction, ReviewAction, ReviewActionView } from '@yuezheng/shared-types';
import type { Actor, CaseActionType, CaseFile } from './case-file';
import { canExtend } from './clock';
import { permissionProblem } from './permission';
import { transitionFor } from './transitions';

/** How an official's step looks on the desk. Keys as in the bar: S 补件, R 退件, E 延长, A 通过. */
const REVIEW_ACTIONS: Readonly<Record<ReviewAction, ReviewActionView>> = {
  extend: { action: 'extend', label: '延长办理期限', shortcut: 'E', tone: 'plain', asks: 'reason' },
  'request-supplement': { action: 'request-supplement', label: '一次性告知补件', shortcut: 'S', tone: 'plain', asks: 'items' },
  return: { action: 'return', label: '退件并说明', shortcut: 'R', tone: 'danger', asks: 'reason' },
  approve: { action: 'approve', label: '通过并签发', shortcut: 'A', tone: 'primary', asks: 'nothing' },
};

const RESIDENT_ACTIONS: readonly ResidentAction[] = ['supplement', 'withdraw'];

const possible = (file: CaseFile, actor: Actor, action: CaseActionType): boolean => {
  const step = transitionFor(file.state, action);
  if (!step || permissionProblem(file, actor, step.by)) return false;
  return action !== 'extend' || canExtend(file.clock);
};

/** The buttons that an official sees on a case now: drawn from here and from nowhere else. */
export const availableReviewActions = (file: CaseFile, actor: Actor): ReviewActionView[] =>
  Object.values(REVIEW_ACTIONS).filter(({ action }) => possible(file, actor, action));

/** Whether an official may take a case that nobody works on. */
export const canClaim = (file: CaseFile, actor: Actor): boolean => file.claimedBy === undefined && possible(file, actor, 'claim');

/** Whether an official may hand the case back to the queue: his own claim, or as an administrator somebody else's. */
export const canRelease = (file: CaseFile, actor: Actor): boolean => possible(file, actor, 'release');

/** What the applicant may do now. */
export const availableResidentActions = (file: CaseFile, actor: Actor): ResidentAction[] => RESIDENT_ACTIONS.filter((action) => possible(file, actor, action));
