import { Injectable } from '@nestjs/common';
import { longDate, type LocalDate } from '@yuezheng/shared-types';
import { Residents } from '../../accounts/residents';
import { endorsementPage, endorsementTodo } from '../endorsement-todo';
import { Holders } from '../holders';
import { cityName } from '../permit-fields';
import type { PermitRow } from '../permit-row';
import { statusOn } from '../permit-status';
import { PermitStore } from '../permit-store';
import { HomeTodoSource, type Todo } from './todo-source';

/** Endorsements that are due or overdue, and new permits that are not in the wallet yet. */
@Injectable()
export class PermitTodos extends HomeTodoSource {
  readonly order = 20;

  constructor(
    private readonly holders: Holders,
    private readonly store: PermitStore,
    private readonly residents: Residents,
  ) {
    super();
  }

  async todos(residentId: string, today: LocalDate): Promise<readonly Todo[]> {
    const rows = newestOfEachCity(await this.store.of(await this.holders.of(residentId)));
    const todos = await Promise.all(rows.map(async (row) => [await this.endorsement(row, residentId, today), await this.linking(row, residentId, today)]));
    return todos.flat().filter((todo) => todo !== undefined);
  }

  private async endorsement(row: PermitRow, residentId: string, today: LocalDate): Promise<Todo | undefined> {
    const todo = endorsementTodo({ ...row, status: statusOn(row, today) }, today);
    if (!todo) return undefined;
    const page = endorsementPage(todo.serviceId, row.city, row.holderId === residentId ? undefined : row.holderId);
    return { id: `endorse:${row.permitId}`, tone: todo.tone, title: (await this.whose(row, residentId)) + todo.title, text: todo.text, verb: todo.verb, page };
  }

  private async linking(row: PermitRow, residentId: string, today: LocalDate): Promise<Todo | undefined> {
    if (row.linkedAt !== null || statusOn(row, today) !== 'valid') return undefined;
    const permit = `${cityName(row.city)}居住证`;
    const whose = await this.whose(row, residentId);
    return {
      id: `link:${row.permitId}`, tone: 'ok', title: whose === '' ? `查到您的${permit}` : `${whose}查到${permit}`,
      text: `有效期至 ${longDate(row.validUntil)}，添加到“亮证”即可在手机上出示。`, verb: '去添加', page: 'packages/account/add-permit/index?via=wallet',
    };
  }

  private async whose(row: PermitRow, residentId: string): Promise<string> {
    if (row.holderId === residentId) return '';
    const ward = await this.residents.find(row.holderId);
    return ward ? `${ward.name}：` : '';
  }
}

/** A permit that was replaced by a newer one in the same city asks for nothing. Rows come newest first. */
const newestOfEachCity = (rows: readonly PermitRow[]): PermitRow[] =>
  rows.filter((row, index) => rows.findIndex((other) => other.holderId === row.holderId && other.city === row.city) === index);
