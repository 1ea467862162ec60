import { Injectable } from '@nestjs/common';
import { STATES } from '@yuezheng/case-engine';
import { ok, type listCases, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { Database } from '../../platform/database/database';
import { pageOf, placeOf } from '../../platform/http/cursor';
import { cityNamed } from '../record/case-record';
import { CaseRows, type CaseRow } from '../record/case-rows';
import { MY_CASES } from '../record/case.store';
import { headline } from '../record/case-words';

type CasePage = RouteOutput<typeof listCases>;
type CaseSummary = CasePage['cases'][number];

type SummaryRow = Pick<
  CaseRow,
  'holder_id' | 'case_id' | 'number' | 'service_id' | 'service_version' | 'city' | 'state' | 'holder_name' | 'supplement' | 'supplement_due' | 'permit_id' | 'submitted_at' | 'updated_at'
> & { due_on: string };

const PAGE_SIZE = 20;
const LIST = {
  name: 'cases-list',
  text: `SELECT holder_id, case_id, number, service_id, service_version, city, state, holder_name, supplement, supplement_due::text, permit_id,
           due_on::text, submitted_at, updated_at
         FROM cases WHERE ${MY_CASES} AND ($2::timestamptz IS NULL OR (submitted_at, case_id) < ($2, $3::uuid))
         ORDER BY submitted_at DESC, case_id DESC LIMIT ${PAGE_SIZE + 1}`,
};

/** 我的办件: one's own and those made for people in one's care, newest first, in one statement. */
@Injectable()
export class CaseList {
  constructor(
    private readonly database: Database,
    private readonly rows: CaseRows,
  ) {}

  async page(residentId: string | undefined, cursor: string | undefined): Promise<Result<CasePage>> {
    const place = placeOf(cursor);
    if (!place.ok) return place;
    if (residentId === undefined) return ok({ cases: [] });
    const found = await this.database.prepared<SummaryRow>(LIST, [residentId, place.value?.at ?? null, place.value?.id ?? null]);
    const page = pageOf(found, PAGE_SIZE, (row) => ({ at: row.submitted_at, id: row.case_id }));
    return ok({ cases: await Promise.all(page.rows.map((row) => this.summary(row))), ...(page.next && { next: page.next }) });
  }

  private async summary(row: SummaryRow): Promise<CaseSummary> {
    const { title } = await this.rows.definitionOf(row);
    const supplement = row.supplement && row.supplement_due ? { items: this.rows.openItems(row.holder_id, row.supplement), dueOn: row.supplement_due } : undefined;
    return {
      id: row.case_id,
      number: row.number,
      serviceId: row.service_id,
      serviceTitle: title,
      city: row.city,
      cityName: cityNamed(row.city).name,
      forName: this.rows.openName(row.holder_id, row.holder_name),
      state: row.state,
      stateLabel: STATES[row.state].label,
      tone: STATES[row.state].tone,
      headline: headline({ state: row.state, dueOn: row.due_on, supplement, permitId: row.permit_id ?? undefined }),
      submittedAt: row.submitted_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    };
  }
}
