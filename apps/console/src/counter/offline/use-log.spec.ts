import 'fake-indexeddb/auto';
import { ApiFailure } from '../../api/failure';
import { counterDb, type CounterDb, type OfflineUse } from './counter-db';
import {
  acknowledgeDoubleUse,
  doubleUses,
  keepUse,
  syncUses,
  unsyncedOfOthers,
  unsyncedUses,
  type SendUses,
} from './use-log';

const use = (number: number, staffId = 'clerk'): OfflineUse => ({
  id: `use-${staffId}-${number}`,
  staffId,
  at: 1_000 + number,
  code: `YP1:${number}`,
  purpose: 'school',
  accepted: true,
  name: '林**',
});
const storeAll: SendUses = (uses) =>
  Promise.resolve({ ok: true, value: { stored: uses.map(({ id }) => id), doubleUses: [], otherCode: [] } });
const noNetwork: SendUses = () =>
  Promise.resolve({ ok: false, failure: new ApiFailure({ kind: 'unreachable' }) });

let db: CounterDb;
beforeEach(async () => {
  db = await counterDb();
  await Promise.all([db.clear('uses'), db.clear('doubles')]);
});

describe('verifications made without a network', () => {
  it('wait, oldest first, until the server has stored them', async () => {
    for (const number of [3, 1, 2]) await keepUse(db, use(number));
    expect((await unsyncedUses(db, 'clerk')).map(({ code }) => code)).toEqual(['YP1:1', 'YP1:2', 'YP1:3']);
    expect(await syncUses(db, 'clerk', noNetwork)).toBe(false);
    expect(await unsyncedUses(db, 'clerk')).toHaveLength(3);
    expect(await syncUses(db, 'clerk', storeAll)).toBe(true);
    expect(await unsyncedUses(db, 'clerk')).toEqual([]);
  });

  it('are sent without the name that is kept for the screen, at most 200 at once', async () => {
    for (let number = 0; number < 250; number += 1) await keepUse(db, use(number));
    const batches: unknown[][] = [];
    await syncUses(db, 'clerk', (uses) => {
      batches.push(uses);
      return storeAll(uses);
    });
    expect(batches.map((batch) => batch.length)).toEqual([200, 50]);
    expect(Object.keys(batches[0]?.[0] as object).sort()).toEqual([
      'accepted',
      'at',
      'code',
      'id',
      'purpose',
      'reason',
    ]);
  });

  it('are sent by the official who made them, not by the next at the same computer', async () => {
    await keepUse(db, use(1, 'clerk'));
    await keepUse(db, use(1, 'other'));
    expect(await unsyncedOfOthers(db, 'other')).toBe(1);
    await syncUses(db, 'other', storeAll);
    expect(await unsyncedUses(db, 'clerk')).toHaveLength(1);
    expect(await unsyncedOfOthers(db, 'clerk')).toBe(0);
  });

  it('show a double use until it is acknowledged', async () => {
    await keepUse(db, use(1));
    await syncUses(db, 'clerk', (uses) =>
      Promise.resolve({
        ok: true,
        value: {
          stored: [],
          doubleUses: [{ id: uses[0]?.id ?? '', where: '越秀区 2 号窗口', at: '2026-11-22T01:40:00.000Z' }],
          otherCode: [],
        },
      }),
    );
    expect(await unsyncedUses(db, 'clerk')).toEqual([]);
    const [double] = await doubleUses(db, 'clerk');
    expect(double).toMatchObject({ name: '林**', otherWhere: '越秀区 2 号窗口' });
    await acknowledgeDoubleUse(db, double?.id ?? '');
    expect(await doubleUses(db, 'clerk')).toEqual([]);
  });

  it('get another id and go out again where the server knows another code under theirs', async () => {
    await keepUse(db, use(1));
    const sent: string[] = [];
    const done = await syncUses(db, 'clerk', (uses) => {
      sent.push(...uses.map(({ id }) => id));
      return sent.length === 1
        ? Promise.resolve({ ok: true, value: { stored: [], doubleUses: [], otherCode: sent } })
        : storeAll(uses);
    });
    expect(done).toBe(true);
    expect(new Set(sent).size).toBe(2);
    expect(await unsyncedUses(db, 'clerk')).toEqual([]);
  });

  it('are kept when the server answers but stores none, and the sending ends', async () => {
    await keepUse(db, use(1));
    expect(
      await syncUses(db, 'clerk', () => Promise.resolve({ ok: true, value: { stored: [], doubleUses: [], otherCode: [] } })),
    ).toBe(false);
    expect(await unsyncedUses(db, 'clerk')).toHaveLength(1);
  });
});
