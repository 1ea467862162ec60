import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { boundedInflate } from './bounded-inflate';

it('gives back what was deflated', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50_000 }), (bytes) => {
      expect(Array.from(boundedInflate(zlibSync(bytes), 50_000) ?? [])).toEqual(Array.from(bytes));
    }),
    { numRuns: 50 },
  );
});

it('refuses more than it may give, and damage', () => {
  const large = zlibSync(new Uint8Array(5_000_000));
  expect(boundedInflate(large, 100_000)).toBeUndefined();
  expect(boundedInflate(large.subarray(0, large.length - 200), 10_000_000)).toBeUndefined();
  expect(boundedInflate(Uint8Array.of(1, 2, 3), 100)).toBeUndefined();
});
