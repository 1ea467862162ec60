import type { City, HouseholdPlace } from '../places/divisions';
import type { SeededRandom } from '../random/seeded';
import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Home } from './building-blocks';
import { drawAddress } from './addresses';

/** Years in which people of an archetype were born, both included. */
const BIRTH_YEARS: Partial<Record<Archetype, readonly [number, number]>> = {
  'minor-with-guardian': [2014, 2018],
  student: [2003, 2006],
  elder: [1940, 1955],
  guardian: [1982, 1991],
};
const WORKING_AGE = [1972, 2002] as const;

/** Every day of the month exists up to the 28th, so no birthday has to be corrected. */
export const drawBirthDate = (random: SeededRandom, archetype: Archetype): LocalDate => {
  const [from, to] = BIRTH_YEARS[archetype] ?? WORKING_AGE;
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  return `${random.between(from, to)}-${month}-${day}`;
};

/** Floating population comes from elsewhere: never from the city itself, except those who stand for just that. */
export const drawHousehold = (
  random: SeededRandom,
  places: readonly HouseholdPlace[],
  city: City,
  archetype: Archetype,
): HouseholdPlace => {
  const local = (place: HouseholdPlace): boolean => place.code.startsWith(city.code.slice(0, 4));
  if (archetype === 'local-household') return random.pick(places.filter(local).concat(cityItself(city)));
  for (;;) {
    const place = random.pick(places);
    if (!local(place)) return place;
  }
};

/** Dongguan and Zhongshan register households under the city's own code. */
const cityItself = (city: City): HouseholdPlace[] =>
  city.districts.some(({ code }) => code === city.code)
    ? [{ code: city.code, text: `广东省${city.name}` }]
    : [];

/** A home at an invented address somewhere in the city. */
export const drawHome = (random: SeededRandom, city: City): Home & { districtCode: string } => {
  const district = random.pick(city.districts);
  return {
    cityCode: city.code,
    cityName: city.name,
    districtCode: district.code,
    districtName: district.name,
    address: drawAddress(random, city, district),
  };
};

/** A number in 154…, a range that no operator has been given; each index has its own. */
export const phoneNumberAt = (index: number): string =>
  `154${10_000_000 + ((index * 7_919 + 13) % 90_000_000)}`;
