import { addDays, addMonths } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Person } from './person';
import { Population } from './population';

const TODAY = '2026-11-22';
const HALF_A_YEAR_AGO = addMonths(TODAY, -6);
const population = new Population(TODAY);

const everyone = (archetype: Archetype): Person[] => {
  const found = population.find({ archetype });
  expect(found.length).toBeGreaterThanOrEqual(21);
  return found;
};

const activeSince = ({ records }: Person): string | undefined =>
  records.registrations.find(({ status }) => status === 'active')?.from;

describe('situations, on the reference day', () => {
  it('exempt: half a year here, insurance without a gap', () => {
    for (const person of everyone('exempt')) {
      expect(activeSince(person)! <= HALF_A_YEAR_AGO).toBe(true);
      expect(person.records.insurance[0]!.gaps).toEqual([]);
      expect(person.records.insurance[0]!.from <= '2026-05').toBe(true);
    }
  });

  it('with materials: half a year here, nothing else in the data', () => {
    for (const person of everyone('with-materials')) {
      const { insurance, employment, schooling, homes, leases } = person.records;
      expect(activeSince(person)! <= HALF_A_YEAR_AGO).toBe(true);
      expect([...insurance, ...employment, ...schooling, ...homes, ...leases]).toEqual([]);
    }
  });

  it('too early: less than half a year here, and no home or school that would make up for it', () => {
    for (const person of everyone('too-early')) {
      expect(activeSince(person)! > HALF_A_YEAR_AGO).toBe(true);
      expect([...person.records.homes, ...person.records.schooling]).toEqual([]);
    }
  });

  it('owner and relative: less than half a year here, the home owned longer', () => {
    for (const person of [...everyone('owner-home'), ...everyone('relative-home')]) {
      expect(activeSince(person)! > HALF_A_YEAR_AGO).toBe(true);
      expect(person.records.homes[0]!.ownedSince <= HALF_A_YEAR_AGO).toBe(true);
      expect(person.records.homes[0]!.ownerRelation).toBe(person.records.registrations[0]!.ownerRelation);
    }
  });

  it('student: enrolled half a year without a break', () => {
    for (const { records } of everyone('student')) {
      expect(records.schooling[0]).toMatchObject({ continuous: true });
      expect(records.schooling[0]!.from <= HALF_A_YEAR_AGO).toBe(true);
    }
  });

  it('permits: due in 28 days, just overdue, long suspended', () => {
    for (const { records } of everyone('permit-due-soon')) {
      expect(records.permits[0]).toMatchObject({ status: 'valid', validUntil: addDays(TODAY, 28) });
    }
    for (const { records } of everyone('permit-overdue')) {
      expect(records.permits[0]!.validUntil < TODAY).toBe(true);
    }
    for (const { records } of everyone('suspended-permit')) {
      expect(records.permits[0]).toMatchObject({ status: 'suspended' });
      expect(records.permits[0]!.validUntil < addDays(TODAY, -30)).toBe(true);
    }
    for (const { records } of everyone('permit-valid')) {
      const { issuedOn, validUntil, residenceSince } = records.permits[0]!;
      expect(validUntil > addDays(TODAY, 30)).toBe(true);
      expect(residenceSince < issuedOn && issuedOn <= TODAY).toBe(true);
    }
  });

  it('wrong information: the long registration is the wrong one', () => {
    for (const person of everyone('wrong-information')) {
      expect(person.records.registrations.map(({ status }) => status)).toEqual([
        'active',
        'wrong-information',
      ]);
      expect(activeSince(person)! > HALF_A_YEAR_AGO).toBe(true);
    }
  });

  it('gap: three months of insurance are missing in the last half year', () => {
    for (const { records } of everyone('gap-in-insurance')) {
      expect(records.insurance[0]!.gaps).toEqual(['2026-08', '2026-07', '2026-06']);
    }
  });

  it('others: no photo, no registration, a household in the city itself', () => {
    expect(everyone('no-photo').every(({ records }) => !records.hasPhoto)).toBe(true);
    expect(everyone('unregistered').every(({ records }) => records.registrations.length === 0)).toBe(true);
    for (const { household, city } of everyone('local-household')) {
      expect(household?.code.slice(0, 4)).toBe(city.code.slice(0, 4));
    }
  });

  it('nothing is dated after the reference day except what is meant to end', () => {
    for (const { records } of population.people) {
      const starts = [
        ...records.registrations.map(({ from }) => from),
        ...records.employment.map(({ from }) => from),
        ...records.schooling.map(({ from }) => from),
        ...records.homes.map(({ ownedSince }) => ownedSince),
        ...records.leases.map(({ from }) => from),
        ...records.permits.map(({ issuedOn }) => issuedOn),
      ];
      for (const start of starts) expect(start <= TODAY).toBe(true);
    }
  });
});
