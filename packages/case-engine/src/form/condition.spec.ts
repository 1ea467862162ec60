import type { Condition } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { holds, isFilled, type ConditionContext } from './condition';

const context: ConditionContext = { values: { colour: 'blue', blank: '  ', place: { district: '440106', detail: '体育西路' } }, situation: 'rented', exempt: false };
const never: Condition = { op: 'not', of: { op: 'always' } };

const someCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Condition>({ op: 'always' }),
    fc.constant<Condition>({ op: 'exempt' }),
    fc.record<Condition & { op: 'filled' }>({ op: fc.constant('filled'), field: fc.constantFrom('colour', 'blank', 'place', 'nothing') }),
    fc.record<Condition & { op: 'equals' }>({ op: fc.constant('equals'), field: fc.constantFrom('colour', 'place'), value: fc.constantFrom('blue', 'red') }),
    fc.record<Condition & { op: 'situation' }>({ op: fc.constant('situation'), in: fc.subarray(['rented', 'owned']) }),
    fc.record<Condition & { op: 'not' }>({ op: fc.constant('not'), of: tie('condition') }),
    fc.record<Condition & { op: 'all' }>({ op: fc.constant('all'), of: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record<Condition & { op: 'any' }>({ op: fc.constant('any'), of: fc.array(tie('condition'), { maxLength: 3 }) }),
  ),
})).condition;

describe('a filled-in value', () => {
  it.each([
    [undefined, false],
    ['', false],
    [' \t　', false],
    ['0', true],
    [{ district: '440106', detail: '体育西路' }, true],
    [{ district: '', detail: '体育西路' }, false],
    [{ district: '440106', detail: ' ' }, false],
  ])('%j: %s', (value, filled) => expect(isFilled(value)).toBe(filled));
});

describe('conditions', () => {
  it.each<[Condition, boolean]>([
    [{ op: 'always' }, true],
    [never, false],
    [{ op: 'equals', field: 'colour', value: 'blue' }, true],
    [{ op: 'equals', field: 'colour', value: 'red' }, false],
    [{ op: 'equals', field: 'nothing', value: 'blue' }, false],
    [{ op: 'equals', field: 'place', value: '440106' }, false],
    [{ op: 'oneOf', field: 'colour', values: ['red', 'blue'] }, true],
    [{ op: 'oneOf', field: 'colour', values: [] }, false],
    [{ op: 'oneOf', field: 'place', values: ['440106'] }, false],
    [{ op: 'filled', field: 'colour' }, true],
    [{ op: 'filled', field: 'blank' }, false],
    [{ op: 'filled', field: 'place' }, true],
    [{ op: 'situation', in: ['owned', 'rented'] }, true],
    [{ op: 'situation', in: ['owned'] }, false],
    [{ op: 'exempt' }, false],
    [{ op: 'all', of: [] }, true],
    [{ op: 'any', of: [] }, false],
    [{ op: 'all', of: [{ op: 'always' }, never] }, false],
    [{ op: 'any', of: [{ op: 'always' }, never] }, true],
  ])('%j: %s', (condition, result) => expect(holds(condition, context)).toBe(result));

  it('about the situation fail while none is chosen', () => {
    expect(holds({ op: 'situation', in: ['rented'] }, { ...context, situation: undefined })).toBe(false);
    expect(holds({ op: 'exempt' }, { ...context, exempt: true })).toBe(true);
  });

  it('obey the laws of logic', () => {
    fc.assert(
      fc.property(someCondition, someCondition, (a, b) => {
        const both: Condition = { op: 'all', of: [a, b] };
        const eitherNot: Condition = { op: 'any', of: [{ op: 'not', of: a }, { op: 'not', of: b }] };
        expect(holds({ op: 'not', of: both }, context)).toBe(holds(eitherNot, context));
        expect(holds({ op: 'not', of: { op: 'not', of: a } }, context)).toBe(holds(a, context));
      }),
    );
  });
});
