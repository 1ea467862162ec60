import { goalLabel } from './goal-label';

it.each([
  ['2026-10-13', '满半年 10-13', '满半年 10-13'],
  ['2027-03-08', '满半年 03-08', '满半年 2027-03-08'],
  ['2025-09-01', '满 12 个月 09-01', '满 12 个月 2025-09-01'],
  ['2027-03-08', '满半年 2027-03-08', '满半年 2027-03-08'],
])('writes %s so that nobody mistakes the year', (reachedOn, reachedLabel, words) => {
  expect(goalLabel({ reachedOn, reachedLabel, today: '2026-11-22' })).toBe(words);
});
