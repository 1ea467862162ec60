import { ERRORS } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { isPassing, problemOnTheWay, readProblem } from './problem';

it('takes over the sentence and the fields of problem+json', () => {
  const fields = [{ path: 'values.reason', code: 'field-required', message: '请选择居住事由。' }];
  expect(readProblem({ code: 'field-invalid', detail: '有内容需要改正。', fields, current: { version: 3 }, requestId: 'r-1' })).toEqual({
    code: 'field-invalid',
    sentence: '有内容需要改正。',
    fields,
    current: { version: 3 },
    requestId: 'r-1',
  });
});

it('knows the sentence of a code that came without one', () => {
  expect(readProblem({ code: 'case-open' }).sentence).toBe(ERRORS['case-open'].sentence);
});

it('shows the sentence of a code that a newer server knows', () => {
  expect(readProblem({ code: 'made-next-year', detail: '请更新后再试。' })).toMatchObject({ code: 'unexpected', sentence: '请更新后再试。' });
});

it('makes one sentence of whatever a proxy sends, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      const problem = readProblem(body);
      expect(problem.sentence.length).toBeGreaterThan(0);
      expect(Array.isArray(problem.fields)).toBe(true);
    }),
  );
});

it('does not take the name of an inherited property for a code', () => {
  expect(readProblem({ code: 'toString', detail: '请稍后再试。' }).code).toBe('unexpected');
});

it('tells what may pass from what has been decided', () => {
  expect(isPassing(problemOnTheWay('offline'))).toBe(true);
  expect(isPassing(readProblem({ code: 'outside-system-down' }))).toBe(true);
  expect(isPassing(readProblem({ code: 'not-eligible' }))).toBe(false);
});
