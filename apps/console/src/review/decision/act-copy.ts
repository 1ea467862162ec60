import type { ReviewAction, ReviewCase } from '@yuezheng/shared-types';

/** The words of one official act, the same for every service. */
export interface ActCopy {
  /** What happens when it is done, said before. */
  readonly lead: string;
  /** What was done, said after; `items` counts what was asked for. */
  readonly done: (after: ReviewCase, items: number) => string;
  /** Whether the case leaves the desk with it. */
  readonly leaves: boolean;
}

export const COPY: Readonly<Record<ReviewAction, ActCopy>> = {
  approve: {
    lead: '通过后立即生效并通知申请人，不能撤销。',
    done: () => '已通过，申请人会收到通知。',
    leaves: true,
  },
  return: {
    lead: '退件后此件办结，原因会原样发给申请人，不能撤销。',
    done: () => '已退件，原因已发给申请人。',
    leaves: true,
  },
  'request-supplement': {
    lead: '请把需要补正的内容一次列全：一次性告知后，申请人补齐全部内容，办件才会回来。',
    done: (_, items) => `已一次性告知补正 ${items} 项，等申请人补齐。`,
    leaves: true,
  },
  extend: {
    lead: '办理期限只能延长一次，申请人会收到延期通知和原因。',
    done: (after) =>
      after.clock === undefined ? '已延长办理期限。' : `已延长办理期限至 ${after.clock.dueOn}。`,
    leaves: false,
  },
};
