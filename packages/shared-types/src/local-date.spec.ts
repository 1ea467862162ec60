import fc from 'fast-check';
import { addDays, addMonths, addYears, dayNear, daysBetween, fullYears, isLocalDate, longDate, monthDay, shanghaiClock, shanghaiDay } from './local-date';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const write = ({ year, month, day }: Day): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The calendar as one counts it on the wall: the next day, one at a time. */
const nextDay = ({ year, month, day }: Day): Day => {
  if (day < monthLength(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
};

const walk = (from: Day, days: number): Day => {
  let at = from;
  for (let left = days; left > 0; left -= 1) at = nextDay(at);
  return at;
};

const someDay = fc
  .record({ year: fc.integer({ min: 1900, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map((date): Day => ({ ...date, day: Math.min(date.day, monthLength(date.year, date.month)) }));

describe('days', () => {
  it('agree with a calendar counted by hand', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1500 }), (from, days) => {
        const to = write(walk(from, days));
        expect(addDays(write(from), days)).toBe(to);
        expect(addDays(to, -days)).toBe(write(from));
        expect(daysBetween(write(from), to)).toBe(days);
        expect(daysBetween(to, write(from))).toBe(days === 0 ? 0 : -days);
      }),
    );
  });

  it('exist or not', () => {
    fc.assert(fc.property(someDay, (day) => expect(isLocalDate(write(day))).toBe(true)));
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', '2026-04-01T00:00', ' 2026-04-01', '', 'today', '２０２６-04-01']) {
      expect(isLocalDate(text)).toBe(false);
    }
  });
});

describe('months and years', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-04-13', 6, '2026-10-13'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-07-01', 0, '2026-07-01'],
    ['2026-07-01', 18, '2028-01-01'],
  ])('%s and %i months: %s (Civil Code art. 202)', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-11-22', 1, '2027-11-22'],
  ])('%s and %i years: %s', (from, years, to) => expect(addYears(from, years)).toBe(to));

  it('keep the day of the month, or take the last one there is', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -300, max: 300 }), (from, months) => {
        const index = from.year * 12 + from.month - 1 + months;
        const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
        expect(addMonths(write(from), months)).toBe(write({ year, month, day: Math.min(from.day, monthLength(year, month)) }));
      }),
    );
  });

  it('count full years up to and not beyond the day', () => {
    expect(fullYears('2010-11-23', '2026-11-22')).toBe(15);
    expect(fullYears('2010-11-22', '2026-11-22')).toBe(16);
    expect(fullYears('2008-02-29', '2026-02-28')).toBe(18);
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 30_000 }), (from, days) => {
        const to = addDays(write(from), days);
        const years = fullYears(write(from), to);
        expect(addYears(write(from), years) <= to && to < addYears(write(from), years + 1)).toBe(true);
      }),
    );
  });
});

describe('Shanghai', () => {
  it('is eight hours ahead, wherever this runs', () => {
    expect(shanghaiDay(Date.parse('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(shanghaiDay(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(shanghaiClock(Date.parse('2026-11-22T01:41:30Z'))).toBe('09:41');
  });

  it('has days that begin where they say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (moment) => {
        const day = shanghaiDay(moment);
        const startOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);
        expect(startOf(day) <= moment && moment < startOf(addDays(day, 1))).toBe(true);
      }),
    );
  });
});

describe('dates as people read them', () => {
  it('stand with spaces and without leading zeros', () => {
    expect(longDate('2026-02-05')).toBe('2026 年 2 月 5 日');
    expect(monthDay('2026-12-20')).toBe('12 月 20 日');
  });
});

it('writes a day of this year short and one of another year whole', () => {
  expect(dayNear('2026-10-13', '2026-11-22')).toBe('10-13');
  expect(dayNear('2027-01-02', '2026-11-22')).toBe('2027-01-02');
  expect(dayNear('2025-12-31', '2026-01-01')).toBe('2025-12-31');
});
