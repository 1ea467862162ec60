import { fromJest, fromProof, type JestReport, oneCheck, total } from './suite-result.mjs';

const report = (differences: Partial<JestReport>): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...differences,
});

describe('the closing count', () => {
  it('counts a check as one', () => {
    expect(oneCheck('lint', { code: 0, output: '' })).toEqual({ name: 'lint', passed: 1, failed: 0 });
    expect(oneCheck('lint', { code: 2, output: 'why' })).toEqual({ name: 'lint', passed: 0, failed: 1, output: 'why' });
  });

  it('counts Jest’s tests one by one', () => {
    expect(fromJest('unit', report({}), '')).toMatchObject({ passed: 3, failed: 0 });
    const failed = fromJest('unit', report({ numFailedTests: 2, testResults: [{ name: 'a.spec.ts', status: 'failed', message: 'expected 1' }] }), '');
    expect(failed).toMatchObject({ passed: 3, failed: 2, output: 'a.spec.ts\nexpected 1' });
  });

  it('does not let a file that cannot be loaded, a skipped test, no test at all or a broken Jest pass for success', () => {
    expect(fromJest('unit', report({ numRuntimeErrorTestSuites: 1 }), '').failed).toBe(1);
    expect(fromJest('unit', report({ numPendingTests: 2, numTodoTests: 1 }), '').failed).toBe(3);
    expect(fromJest('unit', report({ numPassedTests: 0 }), '').failed).toBe(1);
    expect(fromJest('unit', undefined, 'Segmentation fault')).toEqual({ name: 'unit', passed: 0, failed: 1, output: 'Segmentation fault' });
  });

  it('counts proofs by their last lines, and a run that broke down as a failure', () => {
    expect(fromProof('proof', { code: 0, output: '✓ scans holds\n  12 codes\n✓ sites holds\n' })).toEqual({ name: 'proof', passed: 2, failed: 0 });
    expect(fromProof('proof', { code: 1, output: '✓ scans holds\n! sites does not hold' })).toMatchObject({ passed: 1, failed: 1 });
    expect(fromProof('proof', { code: 1, output: '✓ scans holds\nkilled' })).toMatchObject({ passed: 1, failed: 1, output: '✓ scans holds\nkilled' });
    expect(fromProof('proof', { code: 0, output: '' })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('adds everything up', () => {
    expect(total([oneCheck('a', { code: 0, output: '' }), fromJest('b', report({ numFailedTests: 1 }), '')])).toEqual({ passed: 4, failed: 1 });
    expect(total([])).toEqual({ passed: 0, failed: 0 });
  });
});
