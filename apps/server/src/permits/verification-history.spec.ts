import type { TestApp } from '../../test/app';
import { openCounter, type Counter } from '../../test/counter';
import { newId } from '../platform/database/new-id';

interface Page {
  readonly verifications: readonly { readonly id: string; readonly at: string }[];
  readonly next?: string;
}

let counter: Counter;
let app: TestApp;

beforeAll(async () => {
  counter = await openCounter();
  ({ app } = counter);
}, 60_000);
afterAll(() => app.close());

const pageAfter = async (cursor?: string): Promise<Page> => {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  return (await app.call<Page>('GET', `/permits/${counter.holder.permitId}/verifications${query}`, { token: counter.holder.token })).body;
};
/** A scan at a time, kept later or not: several at the same moment too. */
const keepScanAt = (at: number): Promise<unknown> =>
  app.database.query(
    `INSERT INTO verifications (holder_id, verification_id, permit_id, staff_id, desk_id, place, purpose, verified_at, accepted, offline)
     VALUES ($1, $2, $3, $4, $4, '天河区政务服务中心', 'housing', $5, true, false)`,
    [counter.holder.holderId, newId(), counter.holder.permitId, newId(), new Date(at)],
  );

it('comes page by page, newest first, each scan once, though one is handed in later meanwhile', async () => {
  const now = app.clock.now();
  for (let scan = 0; scan < 50; scan += 1) await keepScanAt(now - Math.floor(scan / 3) * 1_000);
  const first = await pageAfter();
  // Of a counter that was without network for a day, and one that is newer than the whole first page.
  await keepScanAt(now - 86_400_000);
  await keepScanAt(now + 1);
  const pages = [first];
  for (let next = first.next; next !== undefined; next = pages.at(-1)?.next) pages.push(await pageAfter(next));
  const seen = pages.flatMap(({ verifications }) => verifications);
  expect(pages.map(({ verifications }) => verifications.length)).toEqual([20, 20, 11]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(51);
  const times = seen.map(({ at }) => Date.parse(at));
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(times.at(-1)).toBe(now - 86_400_000);
});
