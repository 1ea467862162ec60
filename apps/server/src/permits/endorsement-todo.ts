import { cityByCode, PERMIT_SERVICES, windowPosition, type WindowPosition } from '@yuezheng/catalogue';
import { daysBetween, longDate, type LocalDate, type PermitStatus, type Tone } from '@yuezheng/shared-types';

/** What the holder should do about the endorsement, in the words of every screen and message. */
export interface EndorsementTodo {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
  readonly serviceId: string;
  readonly verb: string;
}

interface Dates {
  readonly city: string;
  readonly validUntil: LocalDate;
  readonly status: PermitStatus;
}

export const positionOf = ({ city, validUntil }: Pick<Dates, 'city' | 'validUntil'>, today: LocalDate): WindowPosition =>
  windowPosition(cityByCode(city)?.endorsement ?? { opens: { months: 1 } }, validUntil, today);

/** `签注还有 28 天到期` */
export function dueTitle(validUntil: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, validUntil);
  return days === 0 ? '签注今天到期' : `签注还有 ${days} 天到期`;
}

/** Nothing while the window is not open yet, or when the permit is cancelled. */
export function endorsementTodo(permit: Dates, today: LocalDate): EndorsementTodo | undefined {
  if (permit.status === 'cancelled') return undefined;
  const position = positionOf(permit, today);
  switch (position.kind) {
    case 'early':
      return undefined;
    case 'open':
      return {
        tone: 'warning', serviceId: PERMIT_SERVICES.endorse, verb: '去签注', title: dueTitle(permit.validUntil, today),
        text: '通过数据核验的，点一下即可续一年。逾期将中止使用，居住年限重新起算。',
      };
    case 'late':
      return {
        tone: 'danger', serviceId: PERMIT_SERVICES.endorse, verb: '去补办签注', title: '居住证已中止使用',
        text: `${longDate(permit.validUntil)}到期后没有签注。补办签注后立即恢复，居住年限自补办之日起计算。`,
      };
    case 'closed':
      return {
        tone: 'danger', serviceId: PERMIT_SERVICES.apply, verb: '去重新申领', title: '居住证已过补办期限',
        text: `补办期限已于 ${longDate(position.closedOn)}届满，请重新申领居住证。`,
      };
  }
}

/** The page on which one tap confirms. */
export const endorsementPage = (serviceId: string, city: string, wardId?: string): string =>
  `packages/apply/eligibility/index?serviceId=${serviceId}&city=${city}&confirm=1${wardId ? `&wardId=${wardId}` : ''}`;
