import { Injectable } from '@nestjs/common';
import { STATES } from '@yuezheng/case-engine';
import { cityNamed } from '../record/case-record';
import { Database } from '../../platform/database/database';
import { HomeTodoSource, type Todo } from '../../permits/home/todo-source';
import { Drafts } from '../drafts/drafts.service';
import { CaseRows, type CaseRow } from '../record/case-rows';
import { MY_CASES } from '../record/case.store';
import { headline } from '../record/case-words';

type OpenRow = Pick<CaseRow, 'holder_id' | 'case_id' | 'service_id' | 'service_version' | 'state' | 'supplement' | 'supplement_due'> & { due_on: string };

const OPEN = {
  name: 'cases-open',
  text: `SELECT holder_id, case_id, service_id, service_version, state, supplement, supplement_due::text, due_on::text FROM cases
         WHERE ${MY_CASES} AND state IN ('submitted', 'in-review', 'supplement') ORDER BY supplement_due NULLS LAST, case_id LIMIT 10`,
};

/** Papers to supply, forms to finish, and how far the rest has come. */
@Injectable()
export class CaseTodos extends HomeTodoSource {
  readonly order = 10;

  constructor(
    private readonly database: Database,
    private readonly rows: CaseRows,
    private readonly drafts: Drafts,
  ) {
    super();
  }

  async todos(residentId: string): Promise<readonly Todo[]> {
    const [open, drafts] = await Promise.all([this.database.prepared<OpenRow>(OPEN, [residentId]), this.drafts.list(residentId)]);
    const cases = await Promise.all(open.map((row) => this.caseTodo(row)));
    return [
      ...cases,
      ...drafts.map((draft): Todo => ({
        id: `draft:${draft.id}`, tone: 'info', title: `继续${draft.serviceTitle}`, text: `${cityNamed(draft.city).name} · ${draft.forName}，已保存填写的内容`,
        verb: '继续填写', page: `packages/apply/${draft.step}/index?draftId=${draft.id}`,
      })),
    ];
  }

  private async caseTodo(row: OpenRow): Promise<Todo> {
    const { title } = await this.rows.definitionOf(row);
    const { state, supplement_due: dueOn } = row;
    const supplement = row.supplement && dueOn ? { items: this.rows.openItems(row.holder_id, row.supplement), dueOn } : undefined;
    const text = headline({ state, dueOn: row.due_on, supplement });
    const page = `packages/apply/case/index?caseId=${row.case_id}`;
    return supplement
      ? { id: `supplement:${row.case_id}`, tone: 'warning', title: `${title}需要补件`, text, verb: '去补件', page }
      : { id: `case:${row.case_id}`, tone: 'info', title: `${title}：${STATES[state].label}`, text, verb: '看进度', page };
  }
}
