import { daysBetween, type LocalDate } from '@yuezheng/shared-types';
import notices from 'chinese-days/dist/chinese-days.json';
import { isStatutoryHoliday } from './statutory-holidays';

type Days = Readonly<Record<LocalDate, unknown>>;
const DAYS_OFF: Days = notices.holidays;
const MAKE_UP_DAYS: Days = notices.workdays;

const SOME_SATURDAY: LocalDate = '2000-01-01';

const isWeekend = (date: LocalDate): boolean => (((daysBetween(SOME_SATURDAY, date) % 7) + 7) % 7) < 2;

/**
 * Whether public offices work on a day. By the State Council's yearly notice, make-up days included; where no notice
 * is out yet, the weekends and the holidays that the law itself fixes are days of rest.
 */
export const isWorkingDay = (date: LocalDate): boolean => {
  if (date in MAKE_UP_DAYS) return true;
  return !(date in DAYS_OFF) && !isStatutoryHoliday(date) && !isWeekend(date);
};
