import type { City } from '@yuezheng/shared-types';

export interface CityGroup {
  /** First letter in pinyin. */
  readonly initial: string;
  readonly cities: readonly City[];
}

/** Whether a city or one of its districts is meant by what was typed: a name, a part of it, or the beginning of its pinyin. */
const isMeant = (city: City, typed: string): boolean =>
  typed === '' || city.name.includes(typed) || city.pinyin.startsWith(typed.toLowerCase()) || city.districts.some(({ name }) => name.includes(typed));

/** The cities that match, by their first letter, in the order of their pinyin. */
export function groupCities(cities: readonly City[], typed: string): CityGroup[] {
  const wanted = typed.trim();
  const groups = new Map<string, City[]>();
  for (const city of [...cities].sort((a, b) => (a.pinyin < b.pinyin ? -1 : 1))) {
    if (isMeant(city, wanted)) groups.set(city.initial, [...(groups.get(city.initial) ?? []), city]);
  }
  return [...groups].map(([initial, found]) => ({ initial, cities: found }));
}

/**
 * The city of the permit, where it is another one than the city chosen and the person has not said no to it.
 *
 * @param refused codes of cities that were proposed before and not wanted
 */
export function proposedCity(chosen: string, permitCity: string | undefined, cities: readonly City[], refused: readonly string[]): City | undefined {
  const city = cities.find(({ name }) => name === permitCity);
  return city && city.code !== chosen && !refused.includes(city.code) ? city : undefined;
}
