import fc from 'fast-check';
import { cursorOf, pageOf, placeOf } from './cursor';

const places = fc.record({ at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), id: fc.uuid() });

it('finds the place again', () => {
  fc.assert(fc.property(places, (place) => {
    expect(placeOf(cursorOf(place))).toEqual({ ok: true, value: place });
  }));
});

it('refuses anything else', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const answer = placeOf(text);
    expect(answer.ok).toBe(false);
  }));
});

it('says where the next page begins, if there is one', () => {
  const rows = [1, 2, 3].map((n) => ({ at: new Date(n), id: `00000000-0000-4000-8000-00000000000${n}` }));
  expect(pageOf(rows, 3, (row) => row)).toEqual({ rows });
  const { rows: two, next } = pageOf(rows, 2, (row) => row);
  expect(two).toHaveLength(2);
  expect(placeOf(next)).toEqual({ ok: true, value: rows[1] });
});
