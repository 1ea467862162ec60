import { installDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning } from './run.mjs';
import { TARGETS } from './targets.mjs';

/** `npm run build [-- <target>…]`: makes what is not up to date, the WeChat build included. */
export async function main() {
  const startedAt = performance.now();
  const chosen = process.argv.slice(2);
  process.on('SIGINT', () => {
    endRunning();
    process.exit(130);
  });
  try {
    await installDependencies(report);
    await build(chosen.length ? chosen : TARGETS.map(({ name }) => name), report);
    report.ok(`全部是最新的 · everything is up to date（${since(startedAt)}）`);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}
