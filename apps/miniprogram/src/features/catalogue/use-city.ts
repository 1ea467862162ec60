import { listCities, type City } from '@yuezheng/shared-types';
import { useRead } from '../../api';
import { usePreferences } from '../preferences';

/** The cities of the province with their districts; `undefined` until they are there. */
export function useCities(): readonly City[] | undefined {
  return useRead(listCities, {}).data?.cities;
}

/** One city by its GB/T 2260 code. */
export const useCity = (code: string | undefined): City | undefined => useCities()?.find((city) => city.code === code);

/** The city that a link names, else the one chosen on the home page. */
export function useCityCode(fromLink: string | undefined): string {
  const chosen = usePreferences((state) => state.city.code);
  // A link may name an empty city.
  return fromLink || chosen;
}
