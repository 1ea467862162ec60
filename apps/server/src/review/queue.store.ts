import { Injectable } from '@nestjs/common';
import type { LocalDate, QueueTab } from '@yuezheng/shared-types';
import type { z } from 'zod';
import type { CaseRow } from '../cases/record/case-rows';
import { Database, type Statement } from '../platform/database/database';
import type { Place } from '../platform/http/cursor';

export type Tab = z.infer<typeof QueueTab>;

/** What a queue row needs of a case. */
export type QueueRow = Pick<
  CaseRow,
  | 'holder_id' | 'case_id' | 'number' | 'service_id' | 'service_version' | 'city' | 'state' | 'situation' | 'exempt' | 'holder_name' | 'applicant_name'
  | 'clock' | 'claimed_by' | 'claimed_name' | 'supplied_at' | 'submitted_at' | 'updated_at'
> & { due_on: string };

export interface Counts {
  readonly open: number;
  readonly mine: number;
  readonly claimed: number;
  readonly unclaimed: number;
  readonly due: number;
  readonly overdue: number;
  readonly supplied: number;
  readonly waiting: number;
}

/** Whose queue, on which day. No cities: the whole province. */
export interface QueueOwner {
  readonly staffId: string;
  readonly cities: readonly string[];
  readonly today: LocalDate;
  /** The last day that counts as 将超期. */
  readonly dueBy: LocalDate;
}

/** What somebody typed, in the shapes in which it could be known. */
export interface Sought {
  readonly number: string;
  readonly nameIndex: Buffer;
  readonly official: string;
}

export const QUEUE_PAGE = 30;

const COLUMNS = `holder_id, case_id, number, service_id, service_version, city, state, situation, exempt, holder_name, applicant_name, clock,
  claimed_by, claimed_name, supplied_at, due_on::text, submitted_at, updated_at`;
const OPEN = `state IN ('submitted', 'in-review', 'supplement')`;
const TO_DECIDE = `state IN ('submitted', 'in-review')`;
const DECIDED = `state IN ('approved', 'returned', 'withdrawn')`;
// $1 official, $2 cities, $3 the last day that is near
const REMIT = `(cardinality($2::text[]) = 0 OR city = ANY($2::text[]))`;
const TABS: Readonly<Record<Exclude<Tab, 'done'>, string>> = {
  mine: `claimed_by = $1 AND state = 'in-review'`,
  claimed: `state = 'in-review' AND claimed_by IS NOT NULL`,
  unclaimed: `(state = 'submitted' OR (state = 'in-review' AND claimed_by IS NULL))`,
  due: `${TO_DECIDE} AND due_on <= $3::date`,
  supplied: `state = 'in-review' AND supplied_at IS NOT NULL`,
  waiting: `state = 'supplement'`,
};

const openTab = (tab: keyof typeof TABS): Statement => ({
  name: `queue-${tab}`,
  text: `SELECT ${COLUMNS} FROM cases
         WHERE ${OPEN} AND ${REMIT} AND $1::uuid IS NOT NULL AND $3::date IS NOT NULL AND ${TABS[tab]}
           AND ($4::date IS NULL OR (due_on, case_id) > ($4::date, $5::uuid))
         ORDER BY due_on, case_id LIMIT ${QUEUE_PAGE + 1}`,
});
const STATEMENTS = { mine: openTab('mine'), claimed: openTab('claimed'), unclaimed: openTab('unclaimed'), due: openTab('due'), supplied: openTab('supplied'), waiting: openTab('waiting') } as const;
const DONE = {
  name: 'queue-done',
  text: `SELECT ${COLUMNS} FROM cases
         WHERE ${DECIDED} AND (cardinality($1::text[]) = 0 OR city = ANY($1::text[])) AND ($2::timestamptz IS NULL OR (updated_at, case_id) < ($2, $3::uuid))
         ORDER BY updated_at DESC, case_id DESC LIMIT ${QUEUE_PAGE + 1}`,
};
const SEARCH = {
  name: 'queue-search',
  text: `SELECT ${COLUMNS} FROM cases
         WHERE (replace(number, ' ', '') = $1 OR name_index && ARRAY[$2::bytea] OR (${OPEN} AND claimed_name = $6)) AND (cardinality($3::text[]) = 0 OR city = ANY($3::text[]))
           AND ($4::timestamptz IS NULL OR (updated_at, case_id) < ($4, $5::uuid))
         ORDER BY updated_at DESC, case_id DESC LIMIT ${QUEUE_PAGE + 1}`,
};
const COUNT = {
  name: 'queue-count',
  text: `SELECT count(*) FILTER (WHERE ${TO_DECIDE})::integer AS open, ${(['mine', 'claimed', 'unclaimed', 'due', 'supplied', 'waiting'] as const)
    .map((tab) => `count(*) FILTER (WHERE ${TABS[tab]})::integer AS ${tab}`)
    .join(', ')}, count(*) FILTER (WHERE ${TO_DECIDE} AND due_on < $4::date)::integer AS overdue
         FROM cases WHERE ${OPEN} AND ${REMIT} AND $1::uuid IS NOT NULL AND $3::date IS NOT NULL`,
};

/** Reads of the review queue. They look across holders; nothing is written here. */
@Injectable()
export class QueueStore {
  constructor(private readonly database: Database) {}

  async counts({ staffId, cities, today, dueBy }: QueueOwner): Promise<Counts> {
    const [row] = await this.database.prepared<Counts & Record<string, unknown>>(COUNT, [staffId, cities, dueBy, today]);
    if (!row) throw new Error('a count returned no row');
    const { open, mine, claimed, unclaimed, due, overdue, supplied, waiting } = row;
    return { open, mine, claimed, unclaimed, due, overdue, supplied, waiting };
  }

  /** Open tabs by what is due first; `done` by what was decided last. One row more than a page when there are more. */
  tab(tab: Tab, { staffId, cities, dueBy }: QueueOwner, place: Place | undefined): Promise<QueueRow[]> {
    if (tab === 'done') return this.database.prepared<QueueRow>(DONE, [cities, place?.at ?? null, place?.id ?? null]);
    return this.database.prepared<QueueRow>(STATEMENTS[tab], [staffId, cities, dueBy, place?.at.toISOString().slice(0, 10) ?? null, place?.id ?? null]);
  }

  /** By the whole number or the whole name of a person, in every state; by the whole name of an official, what he holds and is open. */
  search({ number, nameIndex, official }: Sought, cities: readonly string[], place: Place | undefined): Promise<QueueRow[]> {
    return this.database.prepared<QueueRow>(SEARCH, [number, nameIndex, cities, place?.at ?? null, place?.id ?? null, official]);
  }
}
