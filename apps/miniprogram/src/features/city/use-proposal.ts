import type { City } from '@yuezheng/shared-types';
import { useState } from 'react';
import { readStored, store } from '../../platform';
import { useCities } from '../catalogue/use-city';
import { usePreferences } from '../preferences';
import { proposedCity } from './city-list';

const KEY = 'refused-cities';

const readRefused = (): readonly string[] =>
  readStored(KEY, (stored) => (Array.isArray(stored) ? stored.filter((code): code is string => typeof code === 'string') : undefined)) ?? [];

export interface CityProposal {
  readonly city: City;
  accept(): void;
  refuse(): void;
}

/** Proposes the city that the permit is of; a no is remembered. */
export function useCityProposal(permitCity: string | undefined): CityProposal | undefined {
  const { city: chosen, chooseCity } = usePreferences();
  const [refused, setRefused] = useState(readRefused);
  const city = proposedCity(chosen.code, permitCity, useCities() ?? [], refused);
  return (
    city && {
      city,
      accept: () => chooseCity({ code: city.code, name: city.name }),
      refuse() {
        const all = [...refused, city.code];
        store(KEY, all);
        setRefused(all);
      },
    }
  );
}
