import type { LocalDate } from '../time/local-date';

export type Sex = 'male' | 'female';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The check character of GB 11643-1999 (ISO 7064 MOD 11-2) for the first seventeen digits. */
export const checkCharacter = (body: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
};

/**
 * A number by GB 11643-1999: division, birthday, order within the day (odd for men), check character.
 *
 * @param divisionCode six digits of GB/T 2260
 * @param order 0–499; the sex decides which half of the thousand is used
 */
export const identityNumber = (
  divisionCode: string,
  birthDate: LocalDate,
  order: number,
  sex: Sex,
): string => {
  const sequence = order * 2 + (sex === 'male' ? 1 : 0);
  const body = `${divisionCode}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return body + checkCharacter(body);
};
