import { createTestDatabase, type TestDatabase } from '../../../tests/database';
import { migrate } from '../src/platform/database/migrate';
import { MIGRATIONS } from '../src/migrations';

/** A migrated database that nobody else uses; `drop` it after the specs. */
export const freshDatabase = (): Promise<TestDatabase> => createTestDatabase(MIGRATIONS.map(({ name }) => name).join('\n'), migrate);
