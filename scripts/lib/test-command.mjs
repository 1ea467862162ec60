import { installDependencies } from './bootstrap.mjs';
import { throwawayPostgres } from './postgres/index.mjs';
import { Problem } from './problem.mjs';
import { printFailure, since, terminal as report } from './report.mjs';
import { endRunning, tail } from './run.mjs';
import { total } from './suite-result.mjs';
import { buildSuite, journeysSuite, layersSuite, lintSuite, projectSuite, proofSuite, typeSuites, unitSuite, weappSuite } from './suites.mjs';
import { Undo } from './undo.mjs';

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./suite-result.mjs').SuiteResult} SuiteResult */

/** A step: lanes run beside each other, the suites of a lane one after the other. @typedef {Suite[][]} Step */

const LINES_OF_A_FAILURE = 150;

const undo = new Undo();

/** `npm test [-- <suite>…]`: installs, builds and runs everything, or only the named suites. */
export async function main() {
  process.on('SIGINT', () => void stop(130));
  process.on('SIGTERM', () => void stop(143));
  try {
    await runSuites(process.argv.slice(2));
  } catch (error) {
    printFailure(error);
    console.log('0 passed, 1 failed');
    await stop(1);
  }
}

/** @param {string[]} chosen */
async function runSuites(chosen) {
  const startedAt = performance.now();
  const steps = chosen.length ? chosen.flatMap(stepsFor) : everything();
  await installDependencies(report);
  await startDatabase();
  /** @type {SuiteResult[]} */
  const results = [];
  for (const lanes of steps) {
    await Promise.all(lanes.map(async (lane) => {
      for (const suite of lane) results.push(await runOne(suite));
    }));
  }
  printFailures(results);
  report.plain(`\n用时 took ${since(startedAt)}`);
  const { passed, failed } = total(results);
  await undo.run();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** Two cores have something to do all the time: while one builds, the other reads types. @returns {Step[]} */
function everything() {
  return [[[buildSuite], [...typeSuites(), lintSuite, layersSuite]], [[unitSuite]], [[weappSuite], [proofSuite]], [[journeysSuite]]];
}

/**
 * @param {string} name
 * @returns {Step[]}
 * @throws {Problem} when there is no such suite
 */
function stepsFor(name) {
  switch (name) {
    case 'types':
      return [[typeSuites()]];
    case 'lint':
      return [[[lintSuite]]];
    case 'layers':
      return [[[layersSuite]]];
    case 'unit':
      return [[[buildSuite, unitSuite]]];
    case 'weapp':
      return [[[buildSuite, weappSuite]]];
    case 'proof':
      return [[[buildSuite, proofSuite]]];
    case 'journeys':
      return [[[buildSuite, journeysSuite]]];
    default: {
      const suite = projectSuite(name);
      if (suite) return [[[buildSuite, suite]]];
      throw new Problem(`没有名为 ${name} 的测试。There is no suite named ${name}.`, 'types, lint, layers, unit, weapp, journeys, proof, server, sandbox, …');
    }
  }
}

/** One database server for all suites that need one: each makes its own databases there. */
async function startDatabase() {
  if (process.env.YZ_TEST_PG) return;
  const postgres = await throwawayPostgres();
  undo.add(postgres.stop);
  process.env.YZ_TEST_PG = postgres.url;
}

/**
 * @param {Suite} suite
 * @returns {Promise<SuiteResult>}
 */
async function runOne(suite) {
  const startedAt = performance.now();
  report.step(suite.name);
  const result = await suite.run();
  const counts = `${suite.name}: ${result.passed} passed, ${result.failed} failed（${since(startedAt)}）`;
  if (result.failed) report.warn(counts);
  else report.ok(counts);
  return result;
}

/** @param {SuiteResult[]} results */
function printFailures(results) {
  for (const { name, failed, output } of results) {
    if (!failed) continue;
    report.title(`✗ ${name}`);
    report.plain(tail(output ?? '', LINES_OF_A_FAILURE));
  }
}

/** @param {number} exitCode */
async function stop(exitCode) {
  endRunning();
  await undo.run();
  process.exit(exitCode);
}
