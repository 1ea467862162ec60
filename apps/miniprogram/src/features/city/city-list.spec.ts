import type { City } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { groupCities, proposedCity } from './city-list';

const city = (code: string, name: string, pinyin: string, districts: string[] = []): City => ({
  code,
  name,
  initial: pinyin.charAt(0).toUpperCase(),
  pinyin,
  districts: districts.map((district, i) => ({ code: `${code.slice(0, 4)}0${i + 1}`, name: district })),
});

const CITIES = [city('440600', '佛山市', 'foshan', ['顺德区']), city('440100', '广州市', 'guangzhou', ['天河区']), city('441900', '东莞市', 'dongguan'), city('445100', '潮州市', 'chaozhou')];

const namesOf = (typed: string): string[] => groupCities(CITIES, typed).flatMap(({ cities }) => cities.map(({ name }) => name));

it('lists all cities by their first letter', () => {
  expect(groupCities(CITIES, '').map(({ initial }) => initial)).toEqual(['C', 'D', 'F', 'G']);
});

it('lists the cities of one letter as a dictionary does', () => {
  const cities = [city('440400', '珠海市', 'zhuhai'), city('440800', '湛江市', 'zhanjiang'), city('441200', '肇庆市', 'zhaoqing'), city('442000', '中山市', 'zhongshan')];
  expect(groupCities(cities, 'z').flatMap((group) => group.cities.map(({ name }) => name))).toEqual(['湛江市', '肇庆市', '中山市', '珠海市']);
});

it.each([
  ['广', ['广州市']],
  ['Guang', ['广州市']],
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
