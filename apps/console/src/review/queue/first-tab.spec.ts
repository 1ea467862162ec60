import { firstTab } from './first-tab';

const counts = (own: number, unclaimed: number) => ({ open: 9, mine: own, claimed: own, unclaimed, due: 0, overdue: 0, supplied: 0, waiting: 0 });

it.each([
  [true, 1, 2, 'mine'],
  [true, 0, 2, 'unclaimed'],
  [true, 0, 0, 'mine'],
  [false, 1, 2, 'claimed'],
  [false, 0, 2, 'unclaimed'],
])('decides %s, own %d, unclaimed %d: begins with %s', (decides, own, unclaimed, tab) => {
  expect(firstTab(decides, counts(own, unclaimed))).toBe(tab);
});

it('waits with what is one’s own until the counts are known', () => {
  expect([firstTab(true, undefined), firstTab(false, undefined)]).toEqual(['mine', 'claimed']);
});
