import { addDays, daysBetween, type TimeLimit } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { TODAY, weekday } from '../../testing/cases';
import { canExtend, clockView, dueOn, extendClock, moveClock, onWorkingDay, pauseClock, resumeClock, startClock, stopClock, type ClockState } from './clock';

const BY_DAYS: TimeLimit = { days: 15, unit: 'day', extendToDays: 30 };
const BY_WORKING_DAYS: TimeLimit = { days: 10, unit: 'working-day' };
const everyDay = (): boolean => true;

const someLimit = fc.record<TimeLimit>({ days: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('day', 'working-day'), extendToDays: fc.integer({ min: 41, max: 80 }) });
const someDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
/** Days of rest wherever the calendar likes, but never more than six in a row. */
const someCalendar = fc.array(fc.boolean(), { minLength: 7, maxLength: 60 }).map((works) => (date: string): boolean => {
  const index = daysBetween('2020-01-01', date);
  return index % 7 === 0 || works[index % works.length] === true;
});

const countWorking = (from: string, to: string, isWorkingDay: (date: string) => boolean): number =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay).length;

describe('the last day', () => {
  it.each([
    // 2026-11-18 is a Wednesday; 15 days on is Thursday 3 December.
    [BY_DAYS, '2026-11-18', '2026-12-03'],
    // Ends on Saturday 5 December, so on Monday.
    [BY_DAYS, '2026-11-20', '2026-12-07'],
    [BY_DAYS, '2026-11-21', '2026-12-07'],
    // Ten working days after a Wednesday is the Wednesday two weeks later; after a Saturday, the Friday.
    [BY_WORKING_DAYS, '2026-11-18', '2026-12-02'],
    [BY_WORKING_DAYS, '2026-11-21', '2026-12-04'],
  ])('of %j from %s is %s', (limit, from, due) => expect(dueOn(startClock(limit, from), from, weekday)).toBe(due));

  it('is a working day at least as far off as the law allows', () => {
    fc.assert(
      fc.property(someLimit, someDay, someCalendar, (limit, from, isWorkingDay) => {
        const due = dueOn(startClock(limit, from), from, isWorkingDay);
        expect(isWorkingDay(due)).toBe(true);
        if (limit.unit === 'working-day') expect(countWorking(from, due, isWorkingDay)).toBe(limit.days);
        else expect(due).toBe(onWorkingDay(addDays(from, limit.days), isWorkingDay));
      }),
    );
  });

  it('moves to the longer limit when extended, once', () => {
    const clock = startClock(BY_DAYS, '2026-11-18');
    expect(canExtend(clock)).toBe(true);
    expect(dueOn(extendClock(clock), TODAY, weekday)).toBe('2026-12-18');
    expect(canExtend(extendClock(clock))).toBe(false);
    expect(canExtend(startClock(BY_WORKING_DAYS, TODAY))).toBe(false);
  });
});

describe('a pause', () => {
  it('gives back the days it lasted', () => {
    const paused = pauseClock(startClock(BY_DAYS, '2026-11-02'), '2026-11-05');
    const resumed = resumeClock(paused, '2026-11-12', weekday);
    expect(resumed).toEqual({ startedOn: '2026-11-02', limit: BY_DAYS, extended: false, pausedDays: 7 });
    expect(dueOn(resumed, '2026-11-12', weekday)).toBe('2026-11-24');
    // Open, it moves the last day along with today.
    expect(dueOn(paused, '2026-11-12', weekday)).toBe('2026-11-24');
    expect(dueOn(paused, '2026-11-13', weekday)).toBe('2026-11-25');
  });

  it('counts in the unit of the law', () => {
    const resumed = resumeClock(pauseClock(startClock(BY_WORKING_DAYS, '2026-11-18'), '2026-11-20'), '2026-11-23', weekday);
    expect(resumed.pausedDays).toBe(1);
  });

  it('within a pause changes nothing, and there is nothing to resume without one', () => {
    const clock = startClock(BY_DAYS, TODAY);
    expect(pauseClock(pauseClock(clock, TODAY), addDays(TODAY, 3)).pausedSince).toBe(TODAY);
    expect(resumeClock(clock, TODAY, weekday)).toBe(clock);
  });

  it('never loses a day, whenever it begins and however long it lasts', () => {
    const pauses = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 60 })), { maxLength: 4 });
    fc.assert(
      fc.property(someLimit, someDay, pauses, someCalendar, (limit, from, gaps, isWorkingDay) => {
        let clock: ClockState = startClock(limit, from);
        let today = from;
        let used = 0;
        const unitDays = (a: string, b: string): number => (limit.unit === 'day' ? daysBetween(a, b) : countWorking(a, b, isWorkingDay));
        for (const [running, paused] of gaps) {
          used += unitDays(today, addDays(today, running));
          today = addDays(today, running);
          clock = pauseClock(clock, today);
          today = addDays(today, paused);
          clock = resumeClock(clock, today, isWorkingDay);
          expect(clock.pausedSince).toBeUndefined();
        }
        const left = limit.days - used;
        fc.pre(left >= 0);
        const due = dueOn(clock, today, isWorkingDay);
        if (limit.unit === 'day') expect(due).toBe(onWorkingDay(addDays(today, left), isWorkingDay));
        else expect(unitDays(today, due)).toBe(left);
      }),
    );
  });
});

describe('the clock as people read it', () => {
  const clock = startClock(BY_DAYS, '2026-11-18');

  it('counts down in the unit of the law', () => {
    expect(clockView(clock, '2026-12-01', weekday)).toEqual({ dueOn: '2026-12-03', remaining: 2, unit: 'day', paused: false, overdue: false, text: '2 天' });
    expect(clockView(startClock(BY_WORKING_DAYS, '2026-11-18'), '2026-11-20', weekday)?.text).toBe('8 个工作日');
    expect(clockView(clock, '2026-12-03', weekday)).toMatchObject({ remaining: 0, overdue: false, text: '0 天' });
  });

  it('stands still while papers are supplied', () => {
    const paused = pauseClock(clock, '2026-11-20');
    const views = ['2026-11-20', '2026-11-25', '2026-12-25'].map((today) => clockView(paused, today, everyDay));
    expect(views.map((view) => view?.remaining)).toEqual([13, 13, 13]);
    expect(views[2]).toMatchObject({ paused: true, overdue: false, text: '13 天（补件期间暂停）' });
  });

  it('says by how much it is overdue', () => {
    expect(clockView(clock, '2026-12-05', weekday)).toMatchObject({ remaining: -2, overdue: true, text: '已超期 2 天' });
    const friday = startClock({ days: 2, unit: 'working-day' }, '2026-11-18');
    expect(clockView(friday, '2026-11-21', weekday)).toEqual({ dueOn: '2026-11-20', remaining: 0, unit: 'working-day', paused: false, overdue: true, text: '已超期' });
    expect(clockView(friday, '2026-11-23', weekday)?.text).toBe('已超期 1 个工作日');
  });

  it('is gone once the case is decided', () => {
    const stopped = stopClock(pauseClock(clock, '2026-11-20'), '2026-11-22', weekday);
    expect(stopped).toMatchObject({ stoppedOn: '2026-11-22', pausedDays: 2 });
    expect(stopped.pausedSince).toBeUndefined();
    expect(clockView(stopped, '2026-12-25', weekday)).toBeUndefined();
  });

  it('never counts a day both as left and as overdue', () => {
    fc.assert(
      fc.property(someLimit, someDay, fc.nat({ max: 100 }), someCalendar, (limit, from, days, isWorkingDay) => {
        const view = clockView(startClock(limit, from), addDays(from, days), isWorkingDay);
        expect(view?.overdue).toBe(view !== undefined && view.dueOn < addDays(from, days));
        expect(Math.sign(view?.remaining ?? 0)).not.toBe(view?.overdue ? 1 : -1);
        expect(Object.is(view?.remaining, -0)).toBe(false);
      }),
    );
  });
});

describe('moving the clock', () => {
  it('does what the step of the case says', () => {
    const clock = startClock(BY_DAYS, TODAY);
    expect(moveClock(clock, undefined, TODAY, weekday)).toBe(clock);
    expect(moveClock(clock, 'pause', TODAY, weekday).pausedSince).toBe(TODAY);
    expect(moveClock(pauseClock(clock, TODAY), 'resume', addDays(TODAY, 2), weekday).pausedDays).toBe(2);
    expect(moveClock(clock, 'stop', TODAY, weekday).stoppedOn).toBe(TODAY);
    expect(moveClock(clock, 'extend', TODAY, weekday).extended).toBe(true);
  });
});
