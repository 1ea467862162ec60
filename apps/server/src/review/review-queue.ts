import { Injectable } from '@nestjs/common';
import { STATES } from '@yuezheng/case-engine';
import { addDays, ok, type listQueue, type QueueItem, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { CaseRows } from '../cases/record/case-rows';
import { CaseStore } from '../cases/record/case.store';
import { clockToday } from '../cases/record/case-words';
import { Audit } from '../platform/audit/audit';
import type { StaffCaller } from '../platform/auth/caller';
import { requireRole } from '../platform/auth/guards';
import { Clock } from '../platform/clock/clock';
import { pageOf, placeOf, type Place } from '../platform/http/cursor';
import { QUEUE_PAGE, QueueStore, type QueueOwner, type QueueRow } from './queue.store';

/** A case is 将超期 when so many days or fewer are left. */
const NEAR_DAYS = 3;
const SOON_DAYS = 7;

type QueryOf = RouteInput<typeof listQueue>['query'];
type QueuePage = RouteOutput<typeof listQueue>;

/** The review queue as an official sees it: his cities, his claims, what is due first. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly store: QueueStore,
    private readonly cases: CaseStore,
    private readonly rows: CaseRows,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async page(caller: StaffCaller, { tab, q, cursor }: QueryOf): Promise<Result<QueuePage>> {
    const allowed = requireRole(caller, 'reviewer', 'administrator');
    if (!allowed.ok) return allowed;
    const place = placeOf(cursor);
    if (!place.ok) return place;
    const today = this.clock.today();
    const owner: QueueOwner = { staffId: caller.staff.id, cities: caller.staff.cities, today, dueBy: addDays(today, NEAR_DAYS) };
    const words = q?.trim() ?? '';
    const [found, counts] = await Promise.all([words === '' ? this.store.tab(tab, owner, place.value) : this.search(caller, words, place.value), this.store.counts(owner)]);
    const byUpdate = words !== '' || tab === 'done';
    const page = pageOf(found, QUEUE_PAGE, (row) => ({ at: byUpdate ? row.updated_at : new Date(row.due_on), id: row.case_id }));
    const items = await Promise.all(page.rows.map((row) => this.item(row, caller.staff.id)));
    return ok({ items, counts: { ...counts }, ...(page.next && { next: page.next }) });
  }

  /** Looking for one person is a reading of personal data, and is recorded; paging through one's own queue is not. */
  private async search(caller: StaffCaller, words: string, place: Place | undefined): Promise<QueueRow[]> {
    const number = words.replace(/\s/g, '').toUpperCase();
    const found = await this.store.search({ number, nameIndex: this.cases.nameIndex(words), official: words }, caller.staff.cities, place);
    await this.audit.recordAlone({
      chain: `staff:${caller.staff.id}`, actor: { kind: 'staff', id: caller.staff.id }, action: 'case.searched', subject: 'cases', purpose: '审核：查找办件',
      details: { found: found.map((row) => row.case_id) },
    });
    return found;
  }

  private async item(row: QueueRow, staffId: string): Promise<QueueItem> {
    const definition = await this.rows.definitionOf(row);
    const situation = definition.situations.find(({ id }) => id === row.situation)?.title;
    const notes = [row.applicant_name ? '监护人代办' : undefined, situation, row.exempt ? '免材料' : undefined];
    return {
      id: row.case_id,
      number: row.number,
      applicant: this.rows.openName(row.holder_id, row.holder_name),
      serviceTitle: definition.title,
      note: notes.filter((note) => note !== undefined).join('・'),
      city: row.city,
      state: row.state,
      chip: this.chip(row),
      supplied: row.state === 'in-review' && row.supplied_at !== null,
      ...(row.claimed_name && { claimedByName: row.claimed_name }),
      mine: row.claimed_by === staffId,
      submittedAt: row.submitted_at.toISOString(),
    };
  }

  private chip(row: QueueRow): QueueItem['chip'] {
    const clock = clockToday(row, this.clock.today());
    if (!clock || clock.paused) return { text: STATES[row.state].label, tone: STATES[row.state].tone };
    const near = clock.overdue || clock.remaining <= NEAR_DAYS;
    return { text: clock.overdue ? clock.text : `还剩 ${clock.text}`, tone: near ? 'danger' : clock.remaining <= SOON_DAYS ? 'warning' : 'info' };
  }
}
