import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { CACHE_DIR, fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { silent } from './report.mjs';
import { run } from './run.mjs';
import { fromJest, fromProof, oneCheck } from './suite-result.mjs';
import { TARGETS, workspacesIn } from './targets.mjs';

/** @typedef {import('./suite-result.mjs').SuiteResult} SuiteResult */
/** @typedef {{ name: string, run: () => Promise<SuiteResult> }} Suite */

/** Jest projects that need no build and may run beside each other; the rest have their own headings. */
const UNIT_PROJECTS = [
  'shared-types',
  'case-engine',
  'catalogue',
  'live-pass',
  'design-tokens',
  'sandbox',
  'server',
  'console',
  'miniprogram-unit',
  'scripts',
];

/** No suite may take longer: a hanging test must not hang everything. */
const JEST_TIME_LIMIT_MS = 8 * 60_000;

/** Type checks, each workspace one. @returns {Suite[]} */
export function typeSuites() {
  const folders = [...workspacesIn('packages'), ...workspacesIn('apps'), 'scripts', 'tests', 'bench', 'proof', 'proof/site'];
  return folders
    .filter((folder) => existsSync(fromRoot(folder, 'tsconfig.json')))
    .map((folder) => ({ name: `types ${folder}`, run: async () => oneCheck(`types ${folder}`, await checkTypes(folder)) }));
}

/** @param {string} folder */
function checkTypes(folder) {
  const own = fromRoot(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const tsc = existsSync(own) ? own : fromRoot('node_modules', 'typescript', 'bin', 'tsc');
  return run(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', fromRoot(folder)], { cwd: fromRoot() });
}

/** @type {Suite} */
export const lintSuite = {
  name: 'lint',
  run: async () =>
    oneCheck('lint', await run(process.execPath, [fromRoot('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'], { cwd: fromRoot() })),
};

/** @type {Suite} */
export const layersSuite = {
  name: 'layers',
  run: async () => {
    const cruise = fromRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    return oneCheck('layers', await run(process.execPath, [cruise, '--config', '.dependency-cruiser.cjs', 'apps', 'packages'], { cwd: fromRoot() }));
  },
};

let isBuilt = false;

/** Builds everything, the WeChat artefact included. @type {Suite} */
export const buildSuite = {
  name: 'build',
  run: async () => {
    try {
      await build(TARGETS.map(({ name }) => name), silent, 1);
      isBuilt = true;
      return { name: 'build', passed: 1, failed: 0 };
    } catch (error) {
      const output = error instanceof Problem ? `${error.message}\n${error.details ?? ''}` : String(error);
      return { name: 'build', passed: 0, failed: 1, output };
    }
  },
};

/**
 * @param {string} name heading
 * @param {string[]} projects of jest.config.ts
 * @param {{ workers?: number, env?: Record<string, string> }} [options]
 * @returns {Suite}
 */
export function jestSuite(name, projects, { workers = Math.max(2, Math.min(4, os.availableParallelism())), env = {} } = {}) {
  return {
    name,
    run: async () => {
      mkdirSync(path.join(CACHE_DIR, 'tests'), { recursive: true });
      const reportFile = path.join(CACHE_DIR, 'tests', `${name}-${process.pid}.json`);
      const jest = fromRoot('node_modules', 'jest', 'bin', 'jest.js');
      const args = [jest, '--selectProjects', ...projects, '--json', `--outputFile=${reportFile}`, `--maxWorkers=${workers}`, '--passWithNoTests', '--ci'];
      const { output } = await run(process.execPath, args, { cwd: fromRoot(), env: { NODE_ENV: 'test', ...env }, timeLimitMs: JEST_TIME_LIMIT_MS });
      return fromJest(name, takeReport(reportFile), output);
    },
  };
}

/** @param {string} file */
function takeReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * A suite that runs what was built: without a build it would only fail again, slowly.
 * @param {Suite} suite
 * @returns {Suite}
 */
function afterBuild(suite) {
  const unbuilt = { name: suite.name, passed: 0, failed: 1, output: '没有构建成功，未能运行 · not run, because the build failed' };
  return { name: suite.name, run: async () => (isBuilt ? suite.run() : unbuilt) };
}

/** Pure packages, the server against a real database, components, and the scripts themselves. */
export const unitSuite = jestSuite('unit', UNIT_PROJECTS);

/** The real WeChat build in a simulated WeChat. */
export const weappSuite = afterBuild(jestSuite('weapp', ['weapp']));

/** The whole story in a real browser: two at a time, because each waits half of its time for what the other has no part in. */
export const journeysSuite = afterBuild(jestSuite('journeys', ['journeys'], { workers: 2 }));

/** The proofs of `npm run proof`, each with small numbers. */
export const proofSuite = afterBuild({
  name: 'proof',
  run: async () => {
    const proof = await run(process.execPath, [fromRoot('scripts', 'proof.mjs'), '--small'], { cwd: fromRoot(), timeLimitMs: JEST_TIME_LIMIT_MS });
    return fromProof('proof', proof);
  },
});

/**
 * The single Jest project of that name.
 * @param {string} name
 * @returns {Suite | undefined}
 */
export function projectSuite(name) {
  return UNIT_PROJECTS.includes(name) ? jestSuite(name, [name]) : undefined;
}
