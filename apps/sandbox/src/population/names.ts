import type { SeededRandom } from '../random/seeded';
import type { Sex } from './identity-number';
import {
  COMPOUND_SURNAMES,
  DOTTED_NAMES,
  FEMALE_GIVEN_NAMES,
  HAN_STYLE_PEOPLES,
  MALE_GIVEN_NAMES,
  RARE_GIVEN_NAMES,
  SURNAMES,
} from './name-lists';

/** What a name depends on. */
export interface NameWish {
  sex: Sex;
  ethnicity: string;
  /** A character that many systems cannot write. */
  rare?: boolean;
  /** Given when the child bears a parent's surname. */
  surname?: string;
}

const COMPOUND_SHARE = 0.02;

const drawSurname = (random: SeededRandom, ethnicity: string): string => {
  const own = HAN_STYLE_PEOPLES[ethnicity];
  if (own !== undefined) return random.pick(own);
  return random.pick(random.chance(COMPOUND_SHARE) ? COMPOUND_SURNAMES : SURNAMES);
};

/** An invented name. Any likeness to a real person is chance. */
export const drawName = (random: SeededRandom, { sex, ethnicity, rare, surname }: NameWish): string => {
  const dotted = DOTTED_NAMES[ethnicity];
  if (dotted !== undefined) return `${random.pick(dotted[sex])}·${random.pick(dotted.fathers)}`;
  const family = surname ?? drawSurname(random, ethnicity);
  if (rare === true) return family + random.pick(RARE_GIVEN_NAMES);
  return family + random.pick(sex === 'male' ? MALE_GIVEN_NAMES : FEMALE_GIVEN_NAMES);
};

/** The surname of a name that this module drew. */
export const surnameOf = (name: string): string =>
  COMPOUND_SURNAMES.find((compound) => name.startsWith(compound)) ?? name.slice(0, 1);
