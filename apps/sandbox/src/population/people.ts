import type { City, Divisions, HouseholdPlace } from '../places/divisions';
import type { SeededRandom } from '../random/seeded';
import { seededRandom } from '../random/seeded';
import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import { ARCHETYPES, ARCHETYPE_NAMES, isFromOutsideMainland } from './archetypes';
import { drawBirthDate, drawHome, drawHousehold } from './assemble';
import type { Draft } from './complete';
import { PersonCompleter } from './complete';
import { drawEthnicity, writesDottedNames } from './ethnicity';
import type { FeaturedPerson } from './featured';
import { FEATURED } from './featured';
import { drawName, surnameOf } from './names';
import type { Person } from './person';

/** Bumping it makes other people: tests elsewhere rely on those of today. */
const SEED = 'yuezheng-population-1';

/** Guardians first: children are drawn to fit them. */
const DRAWING_ORDER: readonly Archetype[] = [
  'guardian',
  ...ARCHETYPE_NAMES.filter((archetype) => archetype !== 'guardian'),
];

/**
 * Makes the whole population. Who people are never changes; when things happened to them is counted
 * from the reference day.
 */
export const makePeople = (divisions: Divisions, referenceDay: LocalDate): Person[] => {
  const fixedNumbers = FEATURED.flatMap(({ idNumber }) => idNumber ?? []);
  const completer = new PersonCompleter(referenceDay, fixedNumbers);
  const featured = FEATURED.map((spec) => makeFeatured(spec, divisions, completer));
  for (const { personId, wardId } of FEATURED) {
    if (wardId !== undefined) linkById(featured, personId, wardId);
  }
  return [...featured, ...divisions.cities.flatMap((city) => makePeopleOf(city, divisions, completer))];
};

const makePeopleOf = (city: City, divisions: Divisions, completer: PersonCompleter): Person[] => {
  const people: Person[] = [];
  const guardians: Person[] = [];
  for (const archetype of DRAWING_ORDER) {
    for (let nth = 0; nth < ARCHETYPES[archetype].perCity; nth += 1) {
      const personId = `${city.code}-${String(people.length + 1).padStart(3, '0')}`;
      const guardian = archetype === 'minor-with-guardian' ? guardians[nth] : undefined;
      const random = seededRandom(`${SEED}/${personId}`);
      const draft = drawDraft(random, { personId, city, archetype, divisions, guardian });
      const person = completer.complete(draft, random, drawFormerHome(random, divisions, city));
      if (archetype === 'guardian') guardians.push(person);
      if (guardian !== undefined) link(guardian, person);
      people.push(person);
    }
  }
  return people;
};

interface DraftWish {
  personId: string;
  city: City;
  archetype: Archetype;
  divisions: Divisions;
  /** A child lives with the guardian and bears their surname. */
  guardian: Person | undefined;
}

const drawDraft = (
  random: SeededRandom,
  { personId, city, archetype, divisions, guardian }: DraftWish,
): Draft => {
  const household = isFromOutsideMainland(archetype)
    ? undefined
    : (guardian?.household ?? drawHousehold(random, divisions.householdPlaces, city, archetype));
  const ethnicity = household && (guardian?.ethnicity ?? fittingEthnicity(random, archetype, household));
  const sex = random.chance(0.5) ? 'male' : 'female';
  const name = drawName(random, {
    sex,
    ethnicity: ethnicity ?? '汉族',
    rare: archetype === 'rare-name',
    surname: guardian && surnameOf(guardian.name),
  });
  const home = drawHome(random, city);
  return {
    personId,
    name,
    sex,
    ethnicity,
    household,
    birthDate: drawBirthDate(random, archetype),
    archetype,
    city: { code: city.code, name: city.name },
    district: guardian?.district ?? { code: home.districtCode, name: home.districtName },
    address: guardian?.address ?? home.address,
    featured: false,
  };
};

/** A rare character, and a surname handed down, are matters of names without a dot. */
const fittingEthnicity = (random: SeededRandom, archetype: Archetype, household: HouseholdPlace): string => {
  const drawn = drawEthnicity(random, household.code);
  const needsSurname = archetype === 'rare-name' || archetype === 'guardian';
  return needsSurname && writesDottedNames(drawn) ? '汉族' : drawn;
};

const drawFormerHome = (random: SeededRandom, { cities }: Divisions, city: City) =>
  drawHome(random, random.pick(cities.filter(({ code }) => code !== city.code)));

const makeFeatured = (spec: FeaturedPerson, divisions: Divisions, completer: PersonCompleter): Person => {
  const { cityCode, districtName, householdCode, wardId: _linkedLater, ...who } = spec;
  const city = divisions.cities.find(({ code }) => code === cityCode);
  const district = city?.districts.find(({ name }) => name === districtName);
  const household = divisions.householdPlaces.find(({ code }) => code === householdCode);
  if (city === undefined || district === undefined || household?.code !== householdCode) {
    throw new Error(`The data package does not know a place of ${spec.personId}`);
  }
  const random = seededRandom(`${SEED}/${spec.personId}`);
  const draft: Draft = {
    ...who,
    household,
    city: { code: city.code, name: city.name },
    district,
    featured: true,
  };
  return completer.complete(draft, random, drawFormerHome(random, divisions, city));
};

const link = (guardian: Person, ward: Person): void => {
  guardian.wardIds.push(ward.personId);
  ward.guardianIds.push(guardian.personId);
};

const linkById = (people: readonly Person[], guardianId: string, wardId: string): void => {
  const guardian = people.find(({ personId }) => personId === guardianId);
  const ward = people.find(({ personId }) => personId === wardId);
  if (guardian === undefined || ward === undefined) throw new Error(`${guardianId} has no ward ${wardId}`);
  link(guardian, ward);
};
