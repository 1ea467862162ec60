import fc from 'fast-check';
import { recentlyUsed } from './recently-used';

const NAMES = [...'abcdefgh'];

test('holds never more than it may, and always the half that was used last', () => {
  const use = fc.record({ name: fc.constantFrom(...NAMES), write: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 10 }), fc.array(use, { maxLength: 80 }), (most, uses) => {
      const memory = recentlyUsed<string>(most);
      let order: string[] = [];
      for (const { name, write } of uses) {
        if (write) memory.set(name, name);
        if (write || memory.get(name) !== undefined) order = [...order.filter((used) => used !== name), name];
      }
      const certain = order.slice(-Math.floor(most / 2)).reverse();
      expect(certain.map((name) => memory.get(name))).toEqual(certain);
    }),
  );
});

test('gives what was written last under a name', () => {
  const memory = recentlyUsed<number>(4);
  memory.set('a', 1);
  memory.set('b', 2);
  memory.set('c', 3);
  memory.set('a', 4);
  expect(memory.get('a')).toBe(4);
});

test('forgets', () => {
  const memory = recentlyUsed<number>(4);
  for (let i = 0; i < 100; i += 1) memory.set(String(i), i);
  const held = Array.from({ length: 100 }, (_, i) => memory.get(String(i))).filter((value) => value !== undefined);
  expect(held.length).toBeLessThanOrEqual(4);
});
