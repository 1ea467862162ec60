import fc from 'fast-check';
import { birthDateOf, citizenIdCheck, citizenIdProblem } from './citizen-id';

const TODAY = '2026-11-22';

const validId = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.date({ min: new Date('1920-01-01'), max: new Date('2026-11-21'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([place, birth, order]) => `${place}${birth.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`)
  .map((first17) => first17 + citizenIdCheck(first17));

describe('citizen id numbers (GB 11643-1999)', () => {
  it.each(['11010519491231002X', '440524188001010014'])('accepts %s, the example of the standard', (id) => expect(citizenIdProblem(id, TODAY)).toBeUndefined());

  it.each([
    ['', 'nothing'],
    ['110105194912310021', 'another check digit'],
    ['11010519491231002x', 'a small letter'],
    ['1101051949123100', 'sixteen digits'],
    ['110105491231002', 'the old fifteen digits'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'full-width digits'],
    ['11010519491231002X\n', 'a line break'],
    ['01010519491231002X', 'a place that begins with 0'],
  ])('refuses %j: %s', (id) => expect(citizenIdProblem(id, TODAY)).toBe('citizen-id-invalid'));

  it.each(['19990229', '19991301', '20000230', '10000101'])('refuses the birthday %s', (birthday) => {
    const first17 = `440106${birthday}002`;
    expect(citizenIdProblem(first17 + citizenIdCheck(first17), TODAY)).toBe('citizen-id-invalid');
  });

  it('knows leap days', () => {
    const first17 = '44010620000229002';
    expect(citizenIdProblem(first17 + citizenIdCheck(first17), TODAY)).toBeUndefined();
  });

  it('refuses a birthday in the future by its own code, and accepts one of today', () => {
    const born = (birthday: string): string => `440106${birthday}002${citizenIdCheck(`440106${birthday}002`)}`;
    expect(citizenIdProblem(born('20261123'), TODAY)).toBe('birthday-in-future');
    expect(citizenIdProblem(born('20261122'), TODAY)).toBeUndefined();
  });

  it('reads the birthday', () => {
    expect(birthDateOf('430422199806141121')).toBe('1998-06-14');
  });

  it('accepts every number that is made by the rule', () => {
    fc.assert(fc.property(validId, (id) => expect(citizenIdProblem(id, TODAY)).toBeUndefined()));
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(validId, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1);
        expect(citizenIdProblem(wrong, TODAY)).toBe('citizen-id-invalid');
      }),
    );
  });

  it('catches every swap of two neighbours', () => {
    fc.assert(
      fc.property(validId, fc.integer({ min: 0, max: 15 }), (id, at) => {
        fc.pre(id[at] !== id[at + 1]);
        const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
        expect(citizenIdProblem(swapped, TODAY)).toBe('citizen-id-invalid');
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(citizenIdProblem(text, TODAY)).toBe('citizen-id-invalid')));
  });
});
