/**
 * What a suite of checks came to.
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {string} [output] what to read when something failed
 */

/**
 * A check that either holds or not, such as a type check.
 * @param {string} name
 * @param {import('./run.mjs').RunResult} result
 * @returns {SuiteResult}
 */
export function oneCheck(name, { code, output }) {
  return code === 0 ? { name, passed: 1, failed: 0 } : { name, passed: 0, failed: 1, output };
}

/** The parts of Jest's report that are counted. @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number, testResults: { name: string, status: string, message: string }[] }} JestReport */

/**
 * Counts Jest's tests. A file that cannot be loaded counts as one failure, and so does a test that is switched off:
 * it would look like a test that holds.
 * @param {string} name
 * @param {JestReport | undefined} report nothing when Jest itself broke down
 * @param {string} output what Jest wrote
 * @returns {SuiteResult}
 */
export function fromJest(name, report, output) {
  if (!report) return { name, passed: 0, failed: 1, output };
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
  const nothing = report.numPassedTests + failed === 0;
  const messages = report.testResults.filter(({ status }) => status === 'failed').map((file) => `${file.name}\n${file.message}`);
  if (skipped) messages.push(`${skipped} 项测试被跳过 · skipped tests count as failures`);
  if (nothing) messages.push(`没有找到测试 · no tests were found\n${output}`);
  return { name, passed: report.numPassedTests, failed: failed + (nothing ? 1 : 0), output: messages.join('\n') };
}

/**
 * Counts the proofs by the line that each of them ends with; a run that ended badly without such a line is a failure.
 * @param {string} name
 * @param {import('./run.mjs').RunResult} result
 * @returns {SuiteResult}
 */
export function fromProof(name, { code, output }) {
  const passed = output.match(/^✓ \S+ holds$/gm)?.length ?? 0;
  const failed = output.match(/^! \S+ does not hold$/gm)?.length ?? 0;
  const brokeDown = (code !== 0 && failed === 0) || passed + failed === 0;
  return { name, passed, failed: failed + (brokeDown ? 1 : 0), ...((failed > 0 || brokeDown) && { output }) };
}

/**
 * The closing line.
 * @param {SuiteResult[]} results
 * @returns {{ passed: number, failed: number }}
 */
export function total(results) {
  return results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });
}
