import { PERMIT_SERVICES } from '@yuezheng/catalogue';
import { addDays, longDate, monthDay, type LocalDate } from '@yuezheng/shared-types';
import type { Notice } from '../messages/notice';
import { dueTitle, endorsementPage, endorsementTodo, positionOf } from '../permits/endorsement-todo';
import { cityName } from '../permits/permit-fields';
import { PERMIT_TITLE } from '../permits/permit-views';
import type { ReminderKind } from './reminder-kind';

export interface Reminded {
  readonly permitId: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly city: string;
  readonly validUntil: LocalDate;
}

type Content = Pick<Notice, 'kind' | 'title' | 'text' | 'verb' | 'page' | 'template'>;

/** @param recipientId the holder, or a guardian, to whom the ward's name is said */
export function reminderContent(permit: Reminded, kind: ReminderKind, recipientId: string, today: LocalDate): Content {
  const wardId = recipientId === permit.holderId ? undefined : permit.holderId;
  const whose = wardId ? `${permit.holderName}的` : '您的';
  const head = wardId ? `${permit.holderName}：` : '';
  return kind === 'suspended' ? suspended(permit, whose, head, wardId, today) : due(permit, whose, head, wardId, today);
}

function due(permit: Reminded, whose: string, head: string, wardId: string | undefined, today: LocalDate): Content {
  const { city, validUntil } = permit;
  const position = positionOf(permit, today);
  const how = position.kind === 'early' ? `${monthDay(position.opensOn)}起可以签注` : '通过数据核验的，点“去签注”确认一次即可续一年，无需材料';
  return {
    kind: 'endorsement-due',
    title: head + dueTitle(validUntil, today),
    text: `${whose}${cityName(city)}居住证有效期至 ${longDate(validUntil)}。${how}。逾期没有签注，居住证将中止使用，居住年限重新起算。`,
    verb: '去签注',
    page: endorsementPage(PERMIT_SERVICES.endorse, city, wardId),
    template: { id: 'endorsement-due', permitTitle: PERMIT_TITLE, holderName: permit.holderName, on: validUntil, hint: '点开确认，逾期将中止使用' },
  };
}

function suspended(permit: Reminded, whose: string, head: string, wardId: string | undefined, today: LocalDate): Content {
  const todo = endorsementTodo({ ...permit, status: 'suspended' }, today);
  const since = addDays(permit.validUntil, 1);
  return {
    kind: 'permit-suspended',
    title: `${head}居住证已中止使用`,
    text: `${whose}${cityName(permit.city)}居住证 ${longDate(permit.validUntil)}到期后没有签注，自 ${longDate(since)}起中止使用，入学、机动车等业务暂不能办理。补办签注后立即恢复，居住年限自补办之日起计算。`,
    verb: todo?.verb ?? '去补办签注',
    page: endorsementPage(todo?.serviceId ?? PERMIT_SERVICES.endorse, permit.city, wardId),
    template: { id: 'permit-suspended', permitTitle: PERMIT_TITLE, holderName: permit.holderName, on: since, hint: '补办签注后立即恢复使用' },
  };
}
