import type { Field } from '@yuezheng/shared-types';

// What the person must decide on stands by itself; what is only read or typed in one line shares a card.
const STANDS_ALONE: readonly Field['type'][] = ['choice', 'photo'];

/**
 * Fields by the card that they share, in the order of the form. It does not depend on errors: a field that moved to
 * another card while somebody types in it would lose the keyboard.
 */
export function groupFields(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = [];
  let open: Field[] | undefined;
  for (const field of fields) {
    if (open !== undefined && !STANDS_ALONE.includes(field.type)) {
      open.push(field);
      continue;
    }
    const group = [field];
    groups.push(group);
    open = STANDS_ALONE.includes(field.type) ? undefined : group;
  }
  return groups;
}
