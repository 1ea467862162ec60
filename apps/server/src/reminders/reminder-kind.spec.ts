import fc from 'fast-check';
import { addDays } from '@yuezheng/shared-types';
import { reminderKind } from './reminder-kind';

const END = '2026-12-20';
const on = (daysBefore: number) => reminderKind(END, addDays(END, -daysBefore));

it.each([
  [31, undefined], [30, 'due-in-30'], [8, 'due-in-30'], [7, 'due-in-7'], [2, 'due-in-7'], [1, 'due-in-1'], [0, 'due-in-1'], [-1, 'suspended'], [-400, 'suspended'],
] as const)('%i days before the end it is %s', (daysBefore, kind) => {
  expect(on(daysBefore)).toBe(kind);
});

it('never goes back to an earlier kind as days pass', () => {
  const order = [undefined, 'due-in-30', 'due-in-7', 'due-in-1', 'suspended'];
  fc.assert(fc.property(fc.integer({ min: -60, max: 60 }), fc.nat(60), (days, passed) => {
    expect(order.indexOf(on(days - passed))).toBeGreaterThanOrEqual(order.indexOf(on(days)));
  }));
});
