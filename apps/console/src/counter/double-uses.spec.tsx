/** @jest-environment jsdom */
import '../testing/no-scrolling';
import { fireEvent, render, screen } from '@testing-library/react';
import { fillBrowserGaps } from '../testing/browser-gaps';
import { DoubleUses } from './double-uses';

fillBrowserGaps();

it('says whose code was used where, what to do now, and stays until it is acknowledged', () => {
  const double = {
    id: 'one',
    staffId: 'clerk',
    name: '林**',
    at: Date.UTC(2026, 10, 22, 1, 41, 7),
    otherWhere: '番禺区政务服务中心 1 号窗口',
    otherAt: '2026-11-22T01:40:59.000Z',
  };
  const onAcknowledge = jest.fn();
  render(<DoubleUses doubles={[double]} onAcknowledge={onAcknowledge} />);
  const words = screen.getByRole('alert').textContent;
  for (const part of [/09:41:07 离线核验的 林\*\*/, /11-22 09:40:59 已在番禺区/, /暂停办结/, /居民身份证/, /报告值班负责人/]) {
    expect(words).toMatch(part);
  }
  expect(onAcknowledge).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '已知悉' }));
  expect(onAcknowledge).toHaveBeenCalledWith(double);
});
