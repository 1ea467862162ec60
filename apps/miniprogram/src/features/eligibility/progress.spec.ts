import fc from 'fast-check';
import { addDays } from '@yuezheng/shared-types';
import { dayAndTime, shortMoment } from '../clock-words';
import { isExempt } from './exempt';
import { barOf } from './progress';

const period = (toGoal: number, toToday: number) => ({
  from: '2026-01-01', reachedOn: addDays('2026-01-01', toGoal), today: addDays('2026-01-01', toToday), fromLabel: '', reachedLabel: '', todayLabel: '',
});

it('fills the bar up to the goal only when the goal is reached', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 3000 }), (toGoal, toToday) => {
      const { done, goal } = barOf(period(toGoal, toToday));
      expect(done >= 0 && done <= 1 && goal > 0 && goal <= 1).toBe(true);
      expect(done >= goal).toBe(toToday >= toGoal);
    }),
  );
});

it('knows what data have confirmed', () => {
  const outcome = { verdict: 'exempt' as const, situations: [{ id: 'job', exempt: true, note: '' }, { id: 'home', exempt: false, note: '' }] };
  expect([isExempt(outcome, 'job'), isExempt(outcome, 'home'), isExempt(outcome, undefined)]).toEqual([true, false, false]);
  expect(isExempt({ verdict: 'exempt', situations: [] }, undefined)).toBe(true);
});

it('tells the time of Guangdong wherever the phone is', () => {
  const now = Date.parse('2026-11-22T02:00:00.000Z');
  expect(dayAndTime('2026-11-22T01:41:00.000Z', now)).toBe('今天 9:41');
  expect(dayAndTime('2026-11-20T08:05:00.000Z', now)).toBe('2026 年 11 月 20 日 16:05');
  expect(shortMoment('2026-11-20T08:05:00.000Z', now)).toBe('11-20 16:05');
  expect(shortMoment('2025-12-31T16:30:00.000Z', now)).toBe('01-01 00:30');
});
