import type { City } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { groupCities, proposedCity } from './city-list';

const city = (code: string, name: string, initial: string, districts: string[] = []): City => ({
  code,
  name,
  initial,
  districts: districts.map((district, i) => ({ code: `${code.slice(0, 4)}0${i + 1}`, name: district })),
});

const CITIES = [city('440600', '佛山市', 'F', ['顺德区']), city('440100', '广州市', 'G', ['天河区']), city('441900', '东莞市', 'D'), city('445100', '潮州市', 'C')];

const namesOf = (typed: string): string[] => groupCities(CITIES, typed).flatMap(({ cities }) => cities.map(({ name }) => name));

it('lists all cities by their first letter', () => {
  expect(groupCities(CITIES, '').map(({ initial }) => initial)).toEqual(['C', 'D', 'F', 'G']);
});

it.each([
  ['广', ['广州市']],
  [' 东莞 ', ['东莞市']],
  ['f', ['佛山市']],
  ['顺德', ['佛山市']],
  ['北京', []],
])('finds %s', (typed, names) => expect(namesOf(typed)).toEqual(names));

it('never lists a city twice and never one that does not exist', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4 }), (typed) => {
      const names = namesOf(typed);
      expect(new Set(names).size).toBe(names.length);
      expect(CITIES.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    }),
  );
});

describe('the city of the permit', () => {
  it('is proposed where another one is chosen', () => expect(proposedCity('440100', '佛山市', CITIES, [])?.code).toBe('440600'));
  it('is not proposed where it is chosen already', () => expect(proposedCity('440600', '佛山市', CITIES, [])).toBeUndefined());
  it('is not proposed again after a no', () => expect(proposedCity('440100', '佛山市', CITIES, ['440600'])).toBeUndefined());
  it('is nothing without a permit', () => expect(proposedCity('440100', undefined, CITIES, [])).toBeUndefined());
});
