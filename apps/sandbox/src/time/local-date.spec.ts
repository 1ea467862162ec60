import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addToMonth,
  daysBetween,
  isLocalDate,
  monthsBetween,
  shanghaiDay,
  shanghaiInstant,
  shanghaiTimeOfDay,
} from './local-date';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('local dates', () => {
  it('knows which days exist', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-2-9')).toBe(false);
  });

  it('adds months to the last day of a shorter month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3_000, max: 3_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('lists months with both ends', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
    expect(addToMonth('2026-01', -13)).toBe('2024-12');
  });

  it('starts a new day at midnight in Shanghai', () => {
    expect(shanghaiDay(Date.parse('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(shanghaiDay(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it('takes an instant apart and puts it together', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (instant) => {
        expect(shanghaiInstant(shanghaiDay(instant), shanghaiTimeOfDay(instant))).toBe(instant);
      }),
    );
  });
});
