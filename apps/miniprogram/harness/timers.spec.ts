import { Timers } from './timers';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('end with the mini-program, and none starts afterwards', () => {
  const timers = new Timers();
  const run = jest.fn();
  timers.setTimeout(run, 10);
  timers.setInterval(run, 10);
  jest.advanceTimersByTime(10);
  expect(run).toHaveBeenCalledTimes(2);
  timers.endAll();
  timers.setTimeout(run, 10);
  timers.setInterval(run, 10);
  expect(jest.getTimerCount()).toBe(0);
});
