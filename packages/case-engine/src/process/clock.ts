import { addDays, daysBetween, type ClockView, type LocalDate, type TimeLimit } from '@yuezheng/shared-types';

/**
 * The statutory clock of a case. It starts on the day after acceptance (Civil Code art. 201) and stands still while
 * the applicant supplies papers. A period by days that ends on a day of rest ends on the next working day (art. 203).
 */
export interface ClockState {
  readonly startedOn: LocalDate;
  readonly limit: TimeLimit;
  readonly extended: boolean;
  /** Closed pauses, in days of the limit's unit. */
  readonly pausedDays: number;
  readonly pausedSince?: LocalDate;
  readonly stoppedOn?: LocalDate;
}

/** What a step of a case does to its clock. */
export type ClockMove = 'pause' | 'resume' | 'stop' | 'extend';

/** Says whether a day is a working day in China; comes from a calendar outside. */
export type WorkingDay = (date: LocalDate) => boolean;

/** `天` or `个工作日` */
export const unitName = (unit: TimeLimit['unit']): string => (unit === 'working-day' ? '个工作日' : '天');

/** The day itself if it is a working day, or else the next one (Civil Code art. 203). */
export const onWorkingDay = (date: LocalDate, isWorkingDay: WorkingDay): LocalDate =>
  isWorkingDay(date) ? date : onWorkingDay(addDays(date, 1), isWorkingDay);

/** A running clock of `limit`, which counts from the day after `today`. */
export const startClock = (limit: TimeLimit, today: LocalDate): ClockState => ({ startedOn: today, limit, extended: false, pausedDays: 0 });

/** Days from `from` (exclusive) to `to` (inclusive) in the unit of the law. */
const elapsed = (unit: TimeLimit['unit'], from: LocalDate, to: LocalDate, isWorkingDay: WorkingDay): number => {
  const days = Math.max(0, daysBetween(from, to));
  if (unit === 'day') return days;
  return Array.from({ length: days }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay).length;
};

/** Stands still from `today` on; a clock that stands already keeps its first day. */
export const pauseClock = (clock: ClockState, today: LocalDate): ClockState => ({ ...clock, pausedSince: clock.pausedSince ?? today });

/** Runs again; the days it stood, in the unit of the law, are no longer counted. */
export const resumeClock = (clock: ClockState, today: LocalDate, isWorkingDay: WorkingDay): ClockState => {
  if (!clock.pausedSince) return clock;
  const { pausedSince, ...running } = clock;
  return { ...running, pausedDays: clock.pausedDays + elapsed(clock.limit.unit, pausedSince, today, isWorkingDay) };
};

/** Ends with the decision of `today`. */
export const stopClock = (clock: ClockState, today: LocalDate, isWorkingDay: WorkingDay): ClockState => ({
  ...resumeClock(clock, today, isWorkingDay),
  stoppedOn: today,
});

/** Whether the law lets the office take more time, and it has not done so yet. */
export const canExtend = (clock: ClockState): boolean => !clock.extended && clock.limit.extendToDays !== undefined;

/** Takes the longer limit that the law allows once; see `canExtend`. */
export const extendClock = (clock: ClockState): ClockState => ({ ...clock, extended: true });

/** The clock after what a step of the case does to it; as it was when the step does nothing. */
export const moveClock = (clock: ClockState, move: ClockMove | undefined, today: LocalDate, isWorkingDay: WorkingDay): ClockState => {
  switch (move) {
    case 'pause':
      return pauseClock(clock, today);
    case 'resume':
      return resumeClock(clock, today, isWorkingDay);
    case 'stop':
      return stopClock(clock, today, isWorkingDay);
    case 'extend':
      return extendClock(clock);
    case undefined:
      return clock;
  }
};

const limitDays = (clock: ClockState): number => (clock.extended ? (clock.limit.extendToDays ?? clock.limit.days) : clock.limit.days);

const advance = (unit: TimeLimit['unit'], from: LocalDate, count: number, isWorkingDay: WorkingDay): LocalDate => {
  if (unit === 'day') return onWorkingDay(addDays(from, count), isWorkingDay);
  let date = from;
  for (let left = count; left > 0; left -= 1) date = onWorkingDay(addDays(date, 1), isWorkingDay);
  return date;
};

/** The last day on which the office may decide in time: always a working day. */
export const dueOn = (clock: ClockState, today: LocalDate, isWorkingDay: WorkingDay): LocalDate => {
  const openPause = clock.pausedSince ? elapsed(clock.limit.unit, clock.pausedSince, today, isWorkingDay) : 0;
  return advance(clock.limit.unit, clock.startedOn, limitDays(clock) + clock.pausedDays + openPause, isWorkingDay);
};

/** `11 个工作日（补件期间暂停）`, `已超期 2 天` */
const clockText = (days: number, unit: TimeLimit['unit'], overdue: boolean, paused: boolean): string => {
  const left = `${days} ${unitName(unit)}`;
  // A working-day limit that ran out on Friday is over on Saturday, by no working day yet.
  const count = !overdue ? left : days > 0 ? `已超期 ${left}` : '已超期';
  return paused ? `${count}（补件期间暂停）` : count;
};

/** The clock as a person reads it; nothing once it has stopped. `remaining` is negative when overdue. */
export const clockView = (clock: ClockState, today: LocalDate, isWorkingDay: WorkingDay): ClockView | undefined => {
  if (clock.stoppedOn) return undefined;
  const { unit } = clock.limit;
  const due = dueOn(clock, today, isWorkingDay);
  const overdue = due < today;
  const paused = clock.pausedSince !== undefined;
  const days = overdue ? elapsed(unit, due, today, isWorkingDay) : elapsed(unit, today, due, isWorkingDay);
  return { dueOn: due, remaining: overdue ? 0 - days : days, unit, paused, overdue, text: clockText(days, unit, overdue, paused) };
};
