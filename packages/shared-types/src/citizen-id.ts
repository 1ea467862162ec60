import type { ErrorCode } from './errors';
import { isLocalDate } from './local-date';
import type { LocalDate } from './schema';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Six digits of place, a birthday from 1800 on, three digits in order of registration, the check character. */
const SHAPE = /^[1-9]\d{5}(?:1[89]|[2-9]\d)\d{9}[\dX]$/;
const CHECK_CHARACTERS = '10X98765432';

/** The check character of the first 17 digits (ISO 7064 MOD 11-2, GB 11643-1999). */
export const citizenIdCheck = (first17: string): string =>
  CHECK_CHARACTERS.charAt(WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0) % 11);

/** What is wrong with a citizen id number on the day `today`, or nothing. GB 11643-1999. */
export const citizenIdProblem = (text: string, today: LocalDate): Extract<ErrorCode, 'citizen-id-invalid' | 'birthday-in-future'> | undefined => {
  if (!SHAPE.test(text)) return 'citizen-id-invalid';
  if (!isLocalDate(birthDateOf(text)) || citizenIdCheck(text.slice(0, 17)) !== text[17]) return 'citizen-id-invalid';
  return birthDateOf(text) > today ? 'birthday-in-future' : undefined;
};

/** The birthday that a citizen id number carries. */
export const birthDateOf = (citizenId: string): LocalDate =>
  `${citizenId.slice(6, 10)}-${citizenId.slice(10, 12)}-${citizenId.slice(12, 14)}`;
