import type { SeededRandom } from '../random/seeded';
import { DOTTED_NAMES, HAN_STYLE_PEOPLES } from './name-lists';

/** Counties in which a people is at home; others are mostly Han. Prefixes of GB/T 2260 codes. */
const HOMES: readonly (readonly [prefix: string, people: string])[] = [
  ['65', '维吾尔族'],
  ['45', '壮族'],
  ['52', '苗族'],
  ['4331', '土家族'],
  ['64', '回族'],
  ['21', '满族'],
  ['440232', '瑶族'],
  ['441826', '瑶族'],
  ['441825', '壮族'],
];

const ELSEWHERE = Object.keys(HAN_STYLE_PEOPLES);

/** One of the peoples of China, likelier where that people lives. */
export const drawEthnicity = (random: SeededRandom, householdCode: string): string => {
  const atHome = HOMES.find(([prefix]) => householdCode.startsWith(prefix));
  if (atHome !== undefined && random.chance(0.4)) {
    return atHome[0] === '65' && random.chance(0.25) ? '哈萨克族' : atHome[1];
  }
  return random.chance(0.03) ? random.pick(ELSEWHERE) : '汉族';
};

/** Whether people of this ethnicity write their names with a dot. */
export const writesDottedNames = (ethnicity: string): boolean => ethnicity in DOTTED_NAMES;
