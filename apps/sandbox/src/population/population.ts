import type { Divisions } from '../places/divisions';
import { loadDivisions } from '../places/divisions';
import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import { makePeople } from './people';
import type { Person } from './person';
import { WechatIds } from './wechat-ids';

/** What to look for; everything given must fit. */
export interface PopulationQuery {
  archetype?: Archetype;
  /** Name or code of a city. */
  city?: string;
  /** Part of a name, of a number or of a phone number. */
  text?: string;
  limit?: number;
}

/** Everybody, and the ways to find them. */
export class Population {
  readonly divisions: Divisions;
  readonly people: readonly Person[];
  readonly wechat: WechatIds;
  private readonly byId: ReadonlyMap<string, Person>;
  private readonly byDocument: ReadonlyMap<string, Person>;
  private readonly byPhone: ReadonlyMap<string, Person>;

  constructor(referenceDay: LocalDate) {
    this.divisions = loadDivisions();
    this.people = makePeople(this.divisions, referenceDay);
    this.byId = new Map(this.people.map((person) => [person.personId, person]));
    this.byDocument = new Map(this.people.map((person) => [person.idNumber, person]));
    this.byPhone = new Map(this.people.map((person) => [person.phone, person]));
    this.wechat = new WechatIds(this.people);
  }

  withId(personId: string): Person | undefined {
    return this.byId.get(personId);
  }

  /** @param idNumber a citizen identity number (a final x may be small) or a travel permit number */
  withDocument(idNumber: string): Person | undefined {
    return this.byDocument.get(idNumber.trim().toUpperCase());
  }

  withPhone(phone: string): Person | undefined {
    return this.byPhone.get(phone);
  }

  featured(): Person[] {
    return this.people.filter(({ featured }) => featured);
  }

  find({ archetype, city, text, limit = Infinity }: PopulationQuery): Person[] {
    const wanted = text?.trim();
    const found: Person[] = [];
    for (const person of this.people) {
      if (found.length >= limit) break;
      if (archetype !== undefined && person.archetype !== archetype) continue;
      if (city !== undefined && person.city.code !== city && person.city.name !== city) continue;
      if (wanted && ![person.name, person.idNumber, person.phone].some((field) => field.includes(wanted)))
        continue;
      found.push(person);
    }
    return found;
  }
}

let latest: { referenceDay: LocalDate; population: Population } | undefined;

/** The population counted from that day. It never changes and takes a tenth of a second to make, so the latest is kept. */
export const populationOf = (referenceDay: LocalDate): Population => {
  if (latest?.referenceDay !== referenceDay)
    latest = { referenceDay, population: new Population(referenceDay) };
  return latest.population;
};
