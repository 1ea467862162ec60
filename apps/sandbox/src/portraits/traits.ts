import type { Person } from '../population/person';
import { seededRandom } from '../random/seeded';

export type HairStyle = 'crop' | 'parted' | 'wavy' | 'bob' | 'long' | 'bun' | 'receding';
export type Collar = 'vee' | 'shirt' | 'round' | 'jacket';

/** What a drawn face looks like; always the same for one person. */
export interface PortraitTraits {
  skin: string;
  shade: string;
  hair: string;
  style: HairStyle;
  clothes: string;
  collar: Collar;
  /** Under a jacket. */
  tie: boolean;
  glasses: boolean;
  child: boolean;
  elder: boolean;
  /** Half the width of the face, in the drawing's units. */
  faceWidth: number;
  /** How far the ends of the mouth are raised. */
  smile: number;
}

const SKINS = [
  ['#F3CBA8', '#E6B892'],
  ['#F0C29B', '#E0AC83'],
  ['#E8B68D', '#D6A076'],
  ['#F6D5B8', '#E9C09E'],
  ['#DDA77B', '#CA9167'],
] as const;
const HAIRS = ['#23262E', '#2B2522', '#1C1F28', '#3A2C25'] as const;
const GREY_HAIRS = ['#9AA0A8', '#B8BCC2', '#7F858E'] as const;
const CLOTHES = [
  '#33485F',
  '#5B6F86',
  '#7A3B42',
  '#2F5D50',
  '#4A4663',
  '#8A6D4B',
  '#3B3F46',
  '#6B7F5E',
  '#A65F4A',
] as const;
const MALE_STYLES = ['crop', 'parted', 'crop', 'wavy'] as const;
const FEMALE_STYLES = ['bob', 'long', 'bun', 'parted', 'long'] as const;
const COLLARS = ['vee', 'shirt', 'round', 'jacket'] as const;

const bornBefore = ({ birthDate }: Person, year: number): boolean => Number(birthDate.slice(0, 4)) < year;

const styleOf = (person: Person, pick: <T>(items: readonly T[]) => T): HairStyle => {
  if (person.sex === 'female') return pick(FEMALE_STYLES);
  return bornBefore(person, 1960) && pick([true, false]) ? 'receding' : pick(MALE_STYLES);
};

/** Chosen so that the first featured resident looks as in the design drawings. */
const SEED = 'portrait-103';

export const traitsOf = (person: Person): PortraitTraits => {
  const random = seededRandom(`${SEED}/${person.personId}`);
  const pick = <T>(items: readonly T[]): T => random.pick(items);
  const elder = bornBefore(person, 1960);
  const child = !bornBefore(person, 2012);
  const [skin, shade] = pick(SKINS);
  return {
    skin,
    shade,
    hair: elder ? pick(GREY_HAIRS) : pick(HAIRS),
    style: styleOf(person, pick),
    clothes: pick(CLOTHES),
    collar: child ? 'round' : pick(COLLARS),
    tie: person.sex === 'male',
    glasses: !child && random.chance(elder ? 0.45 : 0.25),
    child,
    elder,
    faceWidth: random.between(66, 76),
    smile: random.between(6, 13),
  };
};
