import path from 'node:path';
import { fromRoot } from '../../scripts/lib/paths.mjs';
import { copyDatabase, databaseNamed } from '../databases.mjs';
import { table } from './figures.mjs';
import { compare, makeRecording } from './measure.mjs';
import { readRecording } from './recording.mjs';
import { prepareResidents, warmUp } from './residents.mjs';

const MEASURED = 300;
/** Those who only warm the API up, and how often each of them submits. */
const WARM_UP = { residents: 100, rounds: 12 };

/**
 * How much longer the API takes than its own SQL through bare `pg`.
 * @param {import('../../scripts/lib/temporary-ground.mjs').Ground} bench
 * @param {import('../../scripts/lib/report.mjs').Reporter} report
 * @returns {Promise<string[]>} lines of a table
 */
export async function benchCases({ dataDir, databaseUrl, withStack }, report) {
  const count = WARM_UP.residents + MEASURED;
  report.step(`准备 ${count} 位居民和他们的草稿 · preparing residents and their drafts`);
  const everybody = await withStack(databaseUrl, {}, (stack) => prepareResidents(stack, count));
  const [first, residents] = [everybody.slice(0, WARM_UP.residents), everybody.slice(WARM_UP.residents)];
  await copyDatabase(databaseUrl, ['bench_recorded', 'bench_plain', 'bench_prepared']);

  report.step('记录每个请求的 SQL · recording the SQL of each request');
  const file = path.join(dataDir, 'statements');
  const recorder = { NODE_OPTIONS: `--require=${fromRoot('bench', 'cases', 'recorder.cjs')}`, BENCH_RECORD_FILE: file };
  await withStack(databaseNamed(databaseUrl, 'bench_recorded'), recorder, ({ url }) => makeRecording(url, residents));

  const comparisons = await withStack(databaseUrl, {}, async ({ url }) => {
    report.step('预热 · warming up');
    await warmUp(url, first, WARM_UP.rounds);
    report.step('测量 · measuring');
    const [plainUrl, preparedUrl] = [databaseNamed(databaseUrl, 'bench_plain'), databaseNamed(databaseUrl, 'bench_prepared')];
    return compare({ url, plainUrl, preparedUrl, residents, recording: readRecording(file) });
  });
  return ['API ÷ pg：同样的 SQL，同一台机器，轮流测量 · the same SQL, one machine, in turns, one request at a time', ...table(comparisons)];
}
