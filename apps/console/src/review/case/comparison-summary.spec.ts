import { comparisonSummary } from './comparison-summary';

it('sums up the comparisons and leaves out what there is none of', () => {
  const comparison = (result: 'match' | 'judge') => ({
    id: result,
    label: '',
    declared: '',
    found: '',
    source: '',
    result,
    sensitive: false,
  });
  expect(comparisonSummary([comparison('match'), comparison('match'), comparison('judge')])).toBe(
    '2 项一致，1 项需人工判断',
  );
});
