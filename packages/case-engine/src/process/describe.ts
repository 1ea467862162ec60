import { monthDay, type Tone } from '@yuezheng/shared-types';
import type { CaseAction, CaseFile } from './case-file';
import { unitName } from './clock';
import { STATES } from './states';
import type { Transition } from './transitions';

/** What the resident is told of a step, in the timeline and by message. */
export interface StepNote {
  readonly title: string;
  readonly detail: string;
  readonly tone: Tone;
}

const supplementDetail = ({ supplement }: CaseFile): string => {
  if (!supplement) return '';
  const titles = supplement.items.map((item) => item.title).join('、');
  return `一次性告知 ${supplement.items.length} 项，请在 ${monthDay(supplement.dueOn)}前补正：${titles}`;
};

const extensionDetail = ({ clock: { limit } }: CaseFile, reason: string): string =>
  `办理期限延长至 ${limit.extendToDays ?? limit.days} ${unitName(limit.unit)}：${reason.trim()}`;

/** One line on a step that was taken; `file` is the case after it. */
const detailOf = (action: CaseAction, file: CaseFile): string => {
  switch (action.type) {
    case 'claim':
      return '审核人员已开始审核';
    case 'approve':
      return '审核通过';
    case 'approve-automatically':
      return '政务数据核验通过，无需人工审核';
    case 'return':
      return action.reason.trim();
    case 'request-supplement':
      return supplementDetail(file);
    case 'supplement':
      return '材料已收到，继续审核，不用重新排队';
    case 'extend':
      return extensionDetail(file, action.reason);
    case 'withdraw':
      return '您已撤回申请，可以重新提交';
    case 'lapse':
      return '逾期没有补正，申请已退回，可以重新申请';
    case 'release':
      return '';
  }
};

/** What the resident reads of a step; nothing where it is the office's own business, such as a claim handed back. */
export const noteOf = (step: Transition, action: CaseAction, file: CaseFile): StepNote | undefined =>
  step.title === undefined ? undefined : { title: step.title, detail: detailOf(action, file), tone: STATES[step.to].tone };
