import { clockView, STATES, type CaseFile } from '@yuezheng/case-engine';
import { isWorkingDay } from '@yuezheng/catalogue';
import { monthDay, type CaseDetail, type CaseState, type ClockView, type LocalDate, type SupplementItem } from '@yuezheng/shared-types';

/** What a case says of itself in one sentence. */
export interface Standing {
  readonly state: CaseState;
  /** The last day for the office. */
  readonly dueOn: LocalDate;
  readonly supplement?: { readonly items: readonly SupplementItem[]; readonly dueOn: LocalDate };
  readonly permitId?: string;
  /** Whether the permit is in the wallet; absent where nobody looked. */
  readonly permitLinked?: boolean | undefined;
}

const approvedHeadline = ({ permitId, permitLinked }: Standing): string => {
  if (permitId === undefined) return '已办结，证照正在生成';
  if (permitLinked === undefined) return '已办结，可在“亮证”添加和出示';
  return permitLinked ? '已办结，请到“亮证”出示' : '已办结，添加到“亮证”即可出示';
};

/** `还差 2 份材料`, or `还差 2 项` where fields are among them. */
export const supplementTitle = (items: readonly SupplementItem[]): string =>
  `还差 ${items.length} ${items.every(({ kind }) => kind === 'material') ? '份材料' : '项'}`;

/** What happens now, or what the applicant must do. */
export const headline = (standing: Standing): string => {
  const { state, dueOn, supplement } = standing;
  switch (state) {
    case 'submitted':
      return `已收到申请，将在 ${monthDay(dueOn)}前办结`;
    case 'in-review':
      return `正在审核，将在 ${monthDay(dueOn)}前办结`;
    case 'supplement':
      return supplement ? `${supplementTitle(supplement.items)}，请在 ${monthDay(supplement.dueOn)}前补交` : STATES[state].label;
    case 'approved':
      return approvedHeadline(standing);
    case 'returned':
      return '已退件，请查看原因，改正后可以重新申请';
    case 'withdrawn':
      return '您已撤回申请，可以重新提交';
  }
};

/** What the applicant must supply, and until when. */
export const supplementTodo = ({ supplement, materials }: Pick<CaseFile, 'supplement' | 'materials'>): CaseDetail['todo'] =>
  supplement && {
    title: supplementTitle(supplement.items),
    text: `请在 ${monthDay(supplement.dueOn)}前补交，补交后继续审核，不用重新排队。`,
    dueOn: supplement.dueOn,
    items: [...supplement.items],
    sent: Object.fromEntries(supplement.items.flatMap(({ kind, target }) => (kind === 'material' ? [[target, [...(materials[target] ?? [])]]] : []))),
  };

/** The statutory clock as it stands today. */
export const clockToday = ({ clock }: Pick<CaseFile, 'clock'>, today: LocalDate): ClockView | undefined => clockView(clock, today, isWorkingDay);
