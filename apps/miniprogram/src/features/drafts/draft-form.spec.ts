import fc from 'fast-check';
import { mergeForms, sameContent, withValue, type DraftForm } from './draft-form';

const ids = ['a', 'b', 'c'];
const values = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('1', '2', '3'));
const form = values.map((typed): DraftForm => ({ situation: undefined, values: typed, materials: {}, step: 'form' }));

it('keeps every change made here, and everything else as it is there', () => {
  fc.assert(
    fc.property(form, form, form, (base, mine, theirs) => {
      const merged = mergeForms(base, mine, theirs).values;
      for (const id of ids) expect(merged[id]).toBe(mine.values[id] === base.values[id] ? theirs.values[id] : mine.values[id]);
    }),
  );
});

it('is nobody’s change where nothing was changed', () => {
  fc.assert(fc.property(form, form, (base, theirs) => expect(mergeForms(base, base, theirs).values).toEqual(theirs.values)));
});

it('sees the same content in another order of keys', () => {
  expect(sameContent({ a: 1, b: { c: [1, 2], d: '' } }, { b: { d: '', c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});

it('empties a field', () => {
  const typed: DraftForm = { situation: undefined, values: { a: '1', b: '2' }, materials: {}, step: 'form' };
  expect(withValue(typed, 'a', undefined).values).toEqual({ b: '2' });
});
