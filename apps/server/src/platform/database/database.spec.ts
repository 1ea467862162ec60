import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { refuse } from '@yuezheng/shared-types';
import { startApp, type TestApp } from '../../../test/app';
import { MIGRATIONS } from '../../migrations';
import { queryIn } from './database';
import { migrate } from './migrate';
import { newId } from './new-id';

const CLUSTER = process.env.YZ_TEST_PG ?? '';

describe('migrate', () => {
  it('brings an empty database to the newest schema when several servers start at once', async () => {
    const name = `yz_migrate_${randomBytes(6).toString('hex')}`;
    const admin = new Client({ connectionString: CLUSTER });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(CLUSTER);
    url.pathname = `/${name}`;
    await Promise.all([migrate(url.href), migrate(url.href), migrate(url.href)]);
    await migrate(url.href);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migrations ORDER BY id');
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
  });

  it('has its migrations in the order of their numbers', () => {
    const numbers = MIGRATIONS.map(({ name }) => Number(name.slice(-13)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

describe('Database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await app.database.query('CREATE TABLE written (number integer)');
  });
  beforeEach(() => app.database.query('TRUNCATE written'));
  afterAll(() => app.close());

  const written = async (): Promise<number> => (await app.database.query('SELECT FROM written')).length;

  it('keeps what succeeded and undoes what was refused or thrown', async () => {
    const { database } = app;
    await database.inTransaction((tx) => queryIn(tx, 'INSERT INTO written VALUES (1)'));
    const refused = await database.inTransaction(async (tx) => {
      await queryIn(tx, 'INSERT INTO written VALUES (2)');
      return refuse('version-conflict', { current: { version: 3 } });
    });
    await expect(database.inTransaction(async (tx) => {
      await queryIn(tx, 'INSERT INTO written VALUES (3)');
      throw new Error('a fault');
    })).rejects.toThrow('a fault');
    expect(refused).toEqual(refuse('version-conflict', { current: { version: 3 } }));
    expect(await written()).toBe(1);
  });

  it('gives every connection back, so that more work than connections gets done', async () => {
    const statement = { name: 'spec-insert', text: 'INSERT INTO written VALUES ($1)' };
    await Promise.all(Array.from({ length: 60 }, (_, number) => app.database.prepared(statement, [number])));
    await Promise.all(Array.from({ length: 60 }, () => app.database.query('SELECT nothing').catch(() => undefined)));
    expect(await written()).toBe(60);
  });

  it('keeps every holder’s rows together: primary keys of their tables begin with the holder', async () => {
    const keys = await app.database.query<{ table: string; first: string }>(`
      SELECT c.relname AS table, a.attname AS first FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisprimary AND EXISTS (SELECT 1 FROM pg_attribute h WHERE h.attrelid = c.oid AND h.attname = 'holder_id')`);
    // Looked up by other keys on purpose: they say whose holder it is.
    const directories = ['resident_numbers', 'permit_status_indices'];
    expect(keys.filter(({ table, first }) => first !== 'holder_id' && !directories.includes(table))).toEqual([]);
  });
});

describe('newId', () => {
  it('makes version 7 UUIDs that sort by their time', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const times = ids.map((id) => id.slice(0, 13));
    expect(times).toEqual([...times].sort());
  });
});
