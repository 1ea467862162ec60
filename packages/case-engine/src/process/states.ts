import type { CaseState, Tone } from '@yuezheng/shared-types';

/** How a state is called and coloured, for residents and officials alike. */
export const STATES: Readonly<Record<CaseState, { readonly label: string; readonly tone: Tone; readonly final: boolean }>> = {
  submitted: { label: '已提交', tone: 'info', final: false },
  'in-review': { label: '审核中', tone: 'info', final: false },
  supplement: { label: '补件', tone: 'warning', final: false },
  approved: { label: '已办结', tone: 'ok', final: true },
  returned: { label: '已退件', tone: 'danger', final: true },
  withdrawn: { label: '已撤回', tone: 'muted', final: true },
};

/** States in which nothing more can happen. */
export const isFinal = (state: CaseState): boolean => STATES[state].final;
