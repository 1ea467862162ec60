import { maskCitizenId, type LocalDate, type PermitCard, type PermitFace } from '@yuezheng/shared-types';
import type { ResidentProfile } from '../accounts/residents';
import { endorsementTodo } from './endorsement-todo';
import { cityName, districtName } from './permit-fields';
import type { PermitRow } from './permit-row';
import { STATUS_VIEW, statusOn } from './permit-status';

export const PERMIT_TITLE = '广东省居住证';

/** `男` or `女`, as on the card. */
export const sexName = (sex: ResidentProfile['sex']): string => (sex === 'male' ? '男' : '女');

/** @param viewerId who looks at it: the holder, or a guardian */
export function cardOf(row: PermitRow, holder: ResidentProfile, viewerId: string, today: LocalDate): PermitCard {
  const status = statusOn(row, today);
  return {
    id: row.permitId,
    type: 'residence-permit',
    title: PERMIT_TITLE,
    holderName: holder.name,
    idNumber: maskCitizenId(holder.idNumber),
    cityName: cityName(row.city),
    districtName: districtName(row.city, row.district),
    validUntil: row.validUntil,
    status,
    statusLabel: STATUS_VIEW[status].label,
    tone: STATUS_VIEW[status].tone,
    ward: row.holderId !== viewerId,
    linked: row.linkedAt !== null,
  };
}

/** @param address in clear */
export function faceOf(row: PermitRow, holder: ResidentProfile, address: string, viewerId: string, today: LocalDate): PermitFace {
  const card = cardOf(row, holder, viewerId, today);
  const todo = endorsementTodo({ ...row, status: card.status }, today);
  return {
    ...card,
    sex: sexName(holder.sex),
    ethnicity: holder.ethnicity ?? '',
    birthDate: holder.birthDate,
    householdPlace: holder.household ?? '',
    address,
    issuedOn: row.issuedOn,
    issuer: `${card.cityName}公安局`,
    residenceSince: row.residenceSince,
    ...(todo && { todo: { title: todo.title, text: todo.text, serviceId: todo.serviceId, verb: todo.verb } }),
  };
}
