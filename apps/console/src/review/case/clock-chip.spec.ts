import type { ClockView } from '@yuezheng/shared-types';
import { clockText, clockTone } from './clock-chip';

const clock = (changes: Partial<ClockView>): ClockView => ({
  dueOn: '2026-11-24',
  remaining: 2,
  unit: 'day',
  paused: false,
  overdue: false,
  text: '',
  ...changes,
});

it.each([
  [clock({}), '法定期限 11-24，还剩 2 天', 'danger'],
  [clock({ remaining: 5, unit: 'working-day' }), '法定期限 11-24，还剩 5 个工作日', 'warning'],
  [clock({ remaining: 12 }), '法定期限 11-24，还剩 12 天', 'info'],
  [clock({ remaining: -1, overdue: true }), '法定期限 11-24，已超期 1 天', 'danger'],
  [clock({ paused: true }), '补正期间，法定期限暂停计算', 'muted'],
])('says how much time the law leaves', (view, text, tone) => {
  expect(clockText(view)).toBe(text);
  expect(clockTone(view)).toBe(tone);
});
