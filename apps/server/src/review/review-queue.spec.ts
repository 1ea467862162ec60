import { daysBetween } from '@yuezheng/shared-types';
import { expectRefused, type TestApp } from '../../test/app';
import { logInStaff } from '../../test/people';
import { openReviewDesk, type ReviewDesk } from '../../test/review-desk';
import type { Reviewer } from '../../test/reviewer';
import { newId } from '../platform/database/new-id';

const DAY_MS = 86_400_000;

let app: TestApp;
let chen: Reviewer;
let liang: Reviewer;
let zhuhai: Reviewer;
let admin: Reviewer;
let submitted: ReviewDesk['submitted'];

beforeAll(async () => {
  ({ app, chen, liang, zhuhai, admin, submitted } = await openReviewDesk());
}, 60_000);
afterAll(() => app.close());

describe('the queue', () => {
  it('shows an official his cities, with counts, what is due first', async () => {
    const { caseId, number } = await submitted();
    const unclaimed = (await chen.queue('unclaimed')).body;
    expect(unclaimed.items.find(({ id }) => id === caseId)).toMatchObject({ number, serviceTitle: '申领电子居住证', mine: false, chip: { tone: expect.any(String) } });
    expect(unclaimed.counts.unclaimed).toBe(unclaimed.items.length);
    await chen.claimed(caseId);
    expect((await chen.queue('mine')).body.items.map(({ id }) => id)).toContain(caseId);
    expect((await liang.queue('mine')).body.items.map(({ id }) => id)).not.toContain(caseId);
    expect((await zhuhai.queue('unclaimed')).body).toMatchObject({ items: [], counts: { open: 0 } });
    expectRefused(await zhuhai.read(caseId), 'forbidden');
    expectRefused(await zhuhai.claim(caseId), 'forbidden');
    expectRefused(await app.call('GET', '/staff/cases?tab=mine', { token: await logInStaff(app, 'hejiamin') }), 'forbidden');
    expectRefused(await chen.queue('mine', { cursor: 'x' }), 'invalid-request');
    expectRefused(await chen.read(newId()), 'not-found');
  });

  it('shows an administrator every claim, whoever holds it: in a part of its own, and by the official’s name', async () => {
    const { caseId } = await submitted();
    await chen.claimed(caseId);
    const { items, counts } = (await admin.queue('claimed')).body;
    expect(items.find(({ id }) => id === caseId)).toMatchObject({ claimedByName: '陈志远', mine: false });
    expect(counts.claimed).toBe(items.length);
    expect(counts.claimed + counts.unclaimed).toBe(counts.open);
    const idsOf = async (q: string): Promise<string[]> => (await admin.queue('unclaimed', { q })).body.items.map(({ id }) => id);
    expect(await idsOf('陈志远')).toContain(caseId);
    expect(await idsOf('陈志')).not.toContain(caseId);
    await chen.decide((await chen.read(caseId)).body, 'approve');
    expect(await idsOf('陈志远')).not.toContain(caseId);
  });

  it('finds a case by its number or the whole name, and records the search', async () => {
    const { caseId, number, applicant } = await submitted();
    const idsOf = async (q: string): Promise<string[]> => (await chen.queue('mine', { q })).body.items.map(({ id }) => id);
    expect(await idsOf(number)).toEqual([caseId]);
    expect(await idsOf(number.toLowerCase().replace(/ /g, ''))).toEqual([caseId]);
    expect(await idsOf(` ${applicant.person.name} `)).toContain(caseId);
    expect(await idsOf(applicant.person.name.slice(0, 1))).not.toContain(caseId);
    expect((await zhuhai.queue('mine', { q: number })).body.items).toEqual([]);
    expect(await idsOf(`%' OR 1=1 --`)).toEqual([]);
    const searches = await app.database.query(`SELECT 1 FROM audit_entries WHERE action = 'case.searched' AND actor_kind = 'staff'`);
    expect(searches.length).toBeGreaterThanOrEqual(6);
  });

  it('says what is about to be late', async () => {
    const { caseId } = await submitted();
    const [row] = await app.database.query<{ due_on: string }>('SELECT due_on::text FROM cases WHERE case_id = $1', [caseId]);
    await app.moveTime((daysBetween(app.clock.today(), row!.due_on) - 1) * DAY_MS);
    await Promise.all([chen.logInAgain(), liang.logInAgain(), zhuhai.logInAgain(), admin.logInAgain()]);
    const due = (await chen.queue('due')).body;
    expect(due.items.find(({ id }) => id === caseId)?.chip).toMatchObject({ tone: 'danger', text: expect.stringMatching(/^还剩 \d+ 天$/) });
    expect(due.counts.due).toBeGreaterThan(0);
    expect(due.counts.overdue).toBe(due.items.filter(({ chip }) => chip.text.startsWith('已超期')).length);
  });

  it('keeps what was decided, newest first', async () => {
    const { caseId } = await submitted();
    await chen.decide(await chen.claimed(caseId), 'approve');
    expect((await chen.queue('done')).body.items[0]).toMatchObject({ id: caseId, state: 'approved', chip: { text: '已办结' } });
  });
});
