import { addDays } from '@yuezheng/shared-types';
import { isStatutoryHoliday } from './statutory-holidays';
import { isWorkingDay } from './working-days';

describe('working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', true, 'a Monday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day off of the notice for 2026'],
    ['2026-10-10', true, 'a Saturday made up for it'],
    ['2026-02-23', false, 'a Monday off after the Spring Festival'],
    ['2024-02-04', true, 'a Sunday made up in 2024'],
  ])('%s: %s (%s)', (date, works) => expect(isWorkingDay(date)).toBe(works));

  it.each(['2027-02-05', '2028-01-26', '2027-04-05', '2028-05-28', '2029-10-01', '2030-09-12', '2031-01-01', '2031-05-01', '2031-10-03'])(
    '%s is a holiday by law, before any notice is out',
    (date) => {
      expect(isStatutoryHoliday(date)).toBe(true);
      expect(isWorkingDay(date)).toBe(false);
    },
  );

  it('never rest for longer than the longest holidays do', () => {
    let resting = 0;
    for (let date = '2024-01-01'; date < '2032-01-01'; date = addDays(date, 1)) {
      resting = isWorkingDay(date) ? 0 : resting + 1;
      expect(resting).toBeLessThanOrEqual(10);
    }
  });
});
