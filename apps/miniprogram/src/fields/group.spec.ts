import type { Field } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { groupFields } from './group';

const types: readonly Field['type'][] = ['known', 'text', 'phone', 'choice', 'photo'];

const field = (type: Field['type'], id: string): Field =>
  ({ id, label: id, type, ...(type === 'text' ? { maxLength: 9 } : {}), ...(type === 'choice' ? { options: [] } : {}) }) as Field;

const ids = (groups: Field[][]): string[] => groups.map((group) => group.map(({ id }) => id).join('+'));

it('lets what is read and typed share a card, and gives each decision its own', () => {
  const fields = [field('known', 'name'), field('phone', 'phone'), field('choice', 'reason'), field('photo', 'photo'), field('text', 'note')];
  expect(ids(groupFields(fields))).toEqual(['name+phone', 'reason', 'photo', 'note']);
});

it('keeps every field once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...types)), (chosen) => {
      const fields = chosen.map((type, i) => field(type, String(i)));
      expect(groupFields(fields).flat()).toEqual(fields);
    }),
  );
});
