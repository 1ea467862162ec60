import { Injectable } from '@nestjs/common';
import { cityNamed } from '../record/case-record';
import { Database } from '../../platform/database/database';
import { HomeTodoSource, type Todo } from '../../permits/home/todo-source';
import { Drafts } from '../drafts/drafts.service';
import { CaseRows, type CaseRow } from '../record/case-rows';
import { MY_CASES } from '../record/case.store';
import { headline } from '../record/case-words';

type WaitingRow = Pick<CaseRow, 'holder_id' | 'case_id' | 'service_id' | 'service_version' | 'supplement'> & { supplement_due: string };

const WAITING = {
  name: 'cases-waiting',
  text: `SELECT holder_id, case_id, service_id, service_version, supplement, supplement_due::text FROM cases
         WHERE ${MY_CASES} AND state = 'supplement' ORDER BY supplement_due, case_id LIMIT 10`,
};

/** Papers to supply, and forms to finish. */
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
    const [waiting, drafts] = await Promise.all([this.database.prepared<WaitingRow>(WAITING, [residentId]), this.drafts.list(residentId)]);
    const papers = await Promise.all(waiting.map((row) => this.paper(row)));
    return [
      ...papers,
      ...drafts.map((draft): Todo => ({
        id: `draft:${draft.id}`, tone: 'info', title: `继续${draft.serviceTitle}`, text: `${cityNamed(draft.city).name} · ${draft.forName}，已保存填写的内容`,
        verb: '继续填写', page: `packages/apply/${draft.step}/index?draftId=${draft.id}`,
      })),
    ];
  }

  private async paper(row: WaitingRow): Promise<Todo> {
    const { title } = await this.rows.definitionOf(row);
    const items = row.supplement ? this.rows.openItems(row.holder_id, row.supplement) : [];
    const text = headline({ state: 'supplement', dueOn: row.supplement_due, supplement: { items, dueOn: row.supplement_due } });
    return { id: `supplement:${row.case_id}`, tone: 'warning', title: `${title}需要补件`, text, verb: '去补件', page: `packages/apply/case/index?caseId=${row.case_id}` };
  }
}
