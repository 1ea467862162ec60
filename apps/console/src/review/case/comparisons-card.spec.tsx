/** @jest-environment jsdom */
import { cleanup, render, screen } from '@testing-library/react';
import type { Comparison } from '@yuezheng/shared-types';
import { sampleCase } from '../../testing/sample-case';
import { ComparisonsCard } from './comparisons-card';

afterEach(cleanup);

const show = (changes: Partial<Comparison>) => {
  const row: Comparison = { id: 'insurance', label: '社会保险', declared: '', found: '', source: '社保参保缴费记录', result: 'absent', sensitive: false, ...changes };
  render(<ComparisonsCard reviewCase={sampleCase({ comparisons: [row] })} />);
};

it('says once that nothing was found where nothing was declared', () => {
  show({});
  expect(screen.getAllByText('没有查到')).toHaveLength(1);
  expect(screen.queryByText('申报')).toBeNull();
});

it('sets what was declared beside what was found', () => {
  show({ declared: '连续 9 个月', found: '连续 3 个月', result: 'mismatch' });
  expect(screen.getByText('申报').parentElement?.textContent).toContain('连续 9 个月');
  expect(screen.getByText('数据').parentElement?.textContent).toContain('连续 3 个月');
});
