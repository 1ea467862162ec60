import { releasePostgres } from './postgres.holder';

/** After all specs: ends the cluster that {@link file://./postgres.setup.ts} started. */
export default async function tearDown(): Promise<void> {
  if (await releasePostgres()) delete process.env.YZ_TEST_PG;
}
