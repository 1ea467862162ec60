import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../test/database';
import { newId } from '../platform/database/new-id';
import { createDataSource } from '../platform/database/data-source';
import { UseInItsRecord1767200120000 } from './1767200120000-use-in-its-record';

type Database = Awaited<ReturnType<typeof freshDatabase>>;

const COLUMNS = 'holder_id, verification_id, staff_id, desk_id, place, purpose, verified_at, accepted, reason, offline, double_use_of';

describe('uses move into their records', () => {
  let database: Database;
  let source: DataSource;
  const holder = newId();
  const [first, double, refused] = [newId(), newId(), newId()];
  const presentation = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

  beforeAll(async () => {
    database = await freshDatabase();
    source = await createDataSource(database.url, 2).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const record = (id: string, accepted: boolean, doubleOf: string | null) =>
    source.query(`INSERT INTO verifications (${COLUMNS}) VALUES ($1, $2, $3, $3, '3 号窗口', 'housing', now(), $4, $5, false, $6)`, [holder, id, newId(), accepted, accepted ? null : 'already-used', doubleOf]);
  const run = (direction: 'up' | 'down') => {
    const runner = source.createQueryRunner();
    return new UseInItsRecord1767200120000()[direction](runner).finally(() => runner.release());
  };
  const usesOf = async (): Promise<unknown> => source.query('SELECT verification_id, presentation_id FROM live_pass_uses');
  const marks = async (): Promise<Map<string, string | null>> =>
    new Map((await source.query('SELECT verification_id, presentation_id FROM verifications') as { verification_id: string; presentation_id: string | null }[]).map((row) => [row.verification_id, row.presentation_id]));

  it('each to its own, and back again', async () => {
    await run('down');
    await record(first, true, null);
    await record(double, true, first);
    await record(refused, false, null);
    await source.query(`INSERT INTO live_pass_uses (holder_id, presentation_id, verification_id, used_at, place) VALUES ($1, $2, $3, now(), '3 号窗口')`, [holder, presentation, first]);
    await run('up');
    expect(await marks()).toEqual(new Map([[first, 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90'], [double, null], [refused, null]]));
    const again = source.query(`INSERT INTO verifications (${COLUMNS}, presentation_id) VALUES ($1, $2, $3, $3, '1 号窗口', 'housing', now(), true, null, false, null, $4)`, [holder, newId(), newId(), presentation]);
    await expect(again).rejects.toMatchObject({ code: '23505' });
    await run('down');
    expect(await usesOf()).toEqual([{ verification_id: first, presentation_id: presentation }]);
    await run('up');
  });
});
