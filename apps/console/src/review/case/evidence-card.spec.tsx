/** @jest-environment jsdom */
import { cleanup, render, screen } from '@testing-library/react';
import type { Finding, RuleResult } from '@yuezheng/shared-types';
import { sampleCase } from '../../testing/sample-case';
import { EvidenceCard } from './evidence-card';

afterEach(cleanup);

const finding = (title: string, status: Finding['status']): Finding => ({ id: title, title, status, found: '记录', source: { name: '来源', asOf: '2026-11-22', detail: '' } });
const show = (met: boolean, findings: Finding[]) => {
  const progress: RuleResult['progress'] = { from: '2026-01-01', reachedOn: '2026-07-01', today: '2026-11-22', fromLabel: '取得房屋', reachedLabel: '满半年', todayLabel: '第 326 天' };
  render(<EvidenceCard reviewCase={sampleCase({ rules: [{ id: 'residence', title: '居住满半年', met, tag: '符合', progress, findings }] })} />);
};

it('does not hold against a rule that is met what another finding has made up for', () => {
  show(true, [finding('自有房屋', 'met'), finding('居住登记', 'unmet'), finding('连续就读', 'unknown')]);
  expect(screen.getByRole('img', { name: '符合' })).toBeTruthy();
  expect(screen.getAllByRole('img', { name: '不需要此项' })).toHaveLength(2);
  expect(screen.getAllByText('（不需要此项）')).toHaveLength(2);
  expect(screen.queryByRole('img', { name: '不符合' })).toBeNull();
});

it('says what is missing where the rule is not met', () => {
  show(false, [finding('居住登记', 'unmet')]);
  expect(screen.getByRole('img', { name: '不符合' })).toBeTruthy();
  expect(screen.queryByText('（不需要此项）')).toBeNull();
});

it('names the day that had to be reached under its tick', () => {
  show(true, [finding('自有房屋', 'met')]);
  const tick = document.querySelector<HTMLElement>('.period-goal')?.style.left;
  expect(tick).toMatch(/^5\d/);
  expect(screen.getByText('满半年').style.marginLeft).toBe(tick);
});
