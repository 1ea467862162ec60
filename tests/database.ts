import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of one spec file's own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Copies a migrated template: some 15 ms for forty tables. The first caller makes the template, whoever that is.
 *
 * @param fingerprint changes when the migrations do, for example their names joined
 * @param migrate brings the empty database at the given address to the newest state
 * @returns a database that nobody else uses, of the cluster in YZ_TEST_PG
 */
export async function createTestDatabase(fingerprint: string, migrate: (url: string) => Promise<void>): Promise<TestDatabase> {
  const template = `yz_template_${createHash('sha256').update(fingerprint).digest('hex').slice(0, 16)}`;
  return create(async (admin, name) => {
    // One maker at a time; the lock ends with the session, however that ends.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.rowCount === 0) await makeTemplate(admin, template, migrate);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
}

/** A database with nothing in it, of the cluster in YZ_TEST_PG. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create(async (admin, name) => void (await admin.query(`CREATE DATABASE ${name}`)));
}

async function create(make: (admin: Client, name: string) => Promise<void>): Promise<TestDatabase> {
  const name = `yz_test_${randomBytes(8).toString('hex')}`;
  await administer((admin) => make(admin, name));
  return {
    url: urlOf(name),
    drop: () => administer(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

async function makeTemplate(admin: Client, template: string, migrate: (url: string) => Promise<void>): Promise<void> {
  const draft = `${template}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${draft}`);
  await migrate(urlOf(draft));
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function administer(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: clusterUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function clusterUrl(): string {
  const url = process.env.YZ_TEST_PG;
  if (!url) throw new Error('YZ_TEST_PG is not set: this spec belongs to a Jest project without the PostgreSQL set-up');
  return url;
}
