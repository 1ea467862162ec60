import { rmSync } from 'node:fs';
import { installDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { fromRoot } from './paths.mjs';
import { ensurePostgres } from './postgres/index.mjs';
import { TARGETS, workspacesIn } from './targets.mjs';

/**
 * Builds what runs without a screen and starts a PostgreSQL of its own, with durable commits as `npm start` has them.
 * @param {string} dataDir
 * @param {import('./report.mjs').Reporter} report
 * @param {import('./undo.mjs').Undo} undo gets what ends it
 * @returns {Promise<string>} the address of an empty database
 */
export async function temporaryPostgres(dataDir, report, undo) {
  await installDependencies(report);
  const programs = [...workspacesIn('packages'), 'apps/server', 'apps/sandbox'].map((dir) => fromRoot(dir));
  await build(TARGETS.filter(({ dir }) => programs.includes(dir)).map(({ name }) => name), report);
  report.step('启动临时 PostgreSQL · starting a PostgreSQL of its own');
  const postgres = await ensurePostgres({ dataDir });
  undo.add(() => rmSync(postgres.folder, { recursive: true, force: true }));
  undo.add(postgres.stop);
  return postgres.url;
}
