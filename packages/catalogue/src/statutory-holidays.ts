import type { LocalDate } from '@yuezheng/shared-types';

/** 元旦、劳动节、国庆节 of 全国年节及纪念日放假办法 (State Council order 795, since 2025): the same days in every year. */
const EVERY_YEAR: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** 除夕 to 正月初三, 清明, 端午, 中秋 by the lunar calendar, for the years whose notice of days off is still to come. */
const BY_LUNAR_CALENDAR: ReadonlySet<LocalDate> = new Set([
  '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15',
  '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-04-04', '2028-05-28', '2028-10-03',
  '2029-02-12', '2029-02-13', '2029-02-14', '2029-02-15', '2029-04-04', '2029-06-16', '2029-09-22',
  '2030-02-02', '2030-02-03', '2030-02-04', '2030-02-05', '2030-04-05', '2030-06-05', '2030-09-12',
]);

/** Whether the law itself makes a day a holiday, whatever that year's notice moves around it. */
export const isStatutoryHoliday = (date: LocalDate): boolean => EVERY_YEAR.has(date.slice(5)) || BY_LUNAR_CALENDAR.has(date);
