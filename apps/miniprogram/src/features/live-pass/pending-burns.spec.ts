import { pendingBurns, type Burn } from './pending-burns';

const kept = new Map<string, unknown>();
let room = true;

jest.mock('../../platform', () => ({
  readStored: (name: string, parse: (stored: unknown) => unknown) => (kept.has(name) ? parse(kept.get(name)) : undefined),
  store: (name: string, value: unknown) => (room ? (kept.set(name, value), true) : false),
  forget: (name: string) => void kept.delete(name),
}));

const burn = (permitId: string, before: number): Burn => ({ permitId, before, cause: 'screenshot' });

beforeEach(() => {
  room = true;
  ['one', 'two'].forEach((id) => {
    const left = pendingBurns.of(id);
    if (left) pendingBurns.done(left);
  });
});

it('are kept on the phone until they are told, the latest of each permit', () => {
  [burn('one', 1), burn('two', 2), burn('one', 3)].forEach(pendingBurns.add);
  expect(kept.get('burns')).toEqual([burn('two', 2), burn('one', 3)]);
  pendingBurns.done(burn('one', 1));
  expect(pendingBurns.of('one')).toEqual(burn('one', 3));
  pendingBurns.done(burn('one', 3));
  expect([pendingBurns.of('one'), pendingBurns.of('two')]).toEqual([undefined, burn('two', 2)]);
});

it('are remembered where the phone has no room', () => {
  pendingBurns.add(burn('one', 1));
  room = false;
  pendingBurns.add(burn('one', 2));
  expect(pendingBurns.of('one')).toEqual(burn('one', 2));
  room = true;
  pendingBurns.add(burn('two', 3));
  expect(kept.get('burns')).toEqual([burn('one', 2), burn('two', 3)]);
});

it.each([null, 'text', [{ permitId: 1 }], [{ permitId: 'one', before: 1, cause: 'other' }]])('are none where %j is kept', (stored) => {
  kept.set('burns', stored);
  expect(pendingBurns.of('one')).toBeUndefined();
});
