import { neighbour } from './neighbour';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('the next case', () => {
  it('is the one below or above', () => {
    expect(neighbour(items, 'b', 1)).toBe('c');
    expect(neighbour(items, 'b', -1)).toBe('a');
  });
  it('is the first when none of the list is open', () => {
    expect(neighbour(items, undefined, 1)).toBe('a');
    expect(neighbour(items, 'gone', 1)).toBe('a');
  });
  it('does not exist beyond the ends', () => {
    expect(neighbour(items, 'c', 1)).toBeUndefined();
    expect(neighbour(items, 'a', -1)).toBeUndefined();
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });
});
