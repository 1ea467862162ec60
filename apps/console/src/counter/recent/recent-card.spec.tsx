/** @jest-environment jsdom */
import '../../testing/no-scrolling';
import { render, screen } from '@testing-library/react';
import { RecentCard } from './recent-card';
import type { Recent } from './use-recent';

const base: Recent = {
  id: '1',
  at: '2026-11-22T11:44:07.000Z',
  name: '林**',
  accepted: true,
  result: '核验通过',
  offline: true,
};
const show = (...entries: Recent[]) =>
  render(<RecentCard recent={{ entries, loading: false, error: null, outOfReach: false, reload: () => undefined }} />);

it('names the second of each verification, and shows a code that was used elsewhere too as a doubt, not as a tick', () => {
  const result = '核验通过，但同一个码又在别处用过';
  show(base, { ...base, id: '2', usedTwice: true, result });
  expect(screen.getAllByText('19:44:07')).toHaveLength(2);
  expect(screen.getByText('✓ 核验通过').className).toContain('chip-ok');
  const doubt = screen.getByText(`⚠ ${result}`);
  expect(doubt.className).toContain('chip-warning');
  expect(doubt.className).not.toContain('chip-ok');
});
