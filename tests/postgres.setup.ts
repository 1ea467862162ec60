import { throwawayPostgres } from '../scripts/lib/postgres/index.mjs';
import { holdPostgres } from './postgres.holder';

/**
 * Before the specs that need a database: one throw-away cluster for all of them, unless `npm test` started one already.
 * Its address is in YZ_TEST_PG.
 */
export default async function setUp(): Promise<void> {
  if (process.env.YZ_TEST_PG) return;
  const running = await throwawayPostgres();
  holdPostgres(running);
  process.env.YZ_TEST_PG = running.url;
}
