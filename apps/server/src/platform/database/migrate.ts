import { Client } from 'pg';
import { runMigrations } from 'graphile-worker';
import { createDataSource } from './data-source';

/** Raised when two servers create the same table at the same instant: the other one made it. */
const ALREADY_THERE = new Set(['23505', '42710', '42P07']);

/**
 * Brings the database at `url` to the newest schema: ours, then the job queue's.
 * Servers that start together queue on a table lock, which ends with its connection.
 */
export async function migrate(url: string): Promise<void> {
  const gate = new Client({ connectionString: url });
  await gate.connect();
  try {
    await createGate(gate);
    await gate.query('BEGIN');
    await gate.query('LOCK TABLE schema_gate IN ACCESS EXCLUSIVE MODE');
    await applyAll(url);
    await gate.query('COMMIT');
  } finally {
    await gate.end();
  }
}

async function createGate(gate: Client): Promise<void> {
  try {
    await gate.query('CREATE TABLE IF NOT EXISTS schema_gate (held boolean)');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ALREADY_THERE.has(String(error.code)))) throw error;
  }
}

async function applyAll(url: string): Promise<void> {
  const dataSource = createDataSource(url, 2);
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
  await runMigrations({ connectionString: url });
}
