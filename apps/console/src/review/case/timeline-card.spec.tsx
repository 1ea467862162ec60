/** @jest-environment jsdom */
import { cleanup, render, screen } from '@testing-library/react';
import { TimelineCard } from './timeline-card';

afterEach(cleanup);

it('shows officials what was asked for, word for word', () => {
  const step = { at: '2026-11-20T01:38:00.000Z', title: '补件', detail: '一次性告知 1 项，请在 12 月 18 日前补正：住所证明', tone: 'warning' } as const;
  render(<TimelineCard entries={[{ ...step, asked: [{ title: '住所证明', reason: '缺少出租人签名页，请补拍' }] }]} />);
  expect(screen.getByText('缺少出租人签名页，请补拍')).toBeTruthy();
});
