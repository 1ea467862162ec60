import { create } from 'zustand';
import { readStored, store } from '../platform';

/** A prefecture city by its GB/T 2260 code. */
export interface ChosenCity {
  readonly code: string;
  readonly name: string;
}

/** `system` follows the phone. */
export type Appearance = 'system' | 'light' | 'dark' | 'contrast';

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark', 'contrast'];

interface Kept {
  readonly city: ChosenCity;
  /** The person chose the city; else it is the one to begin with, or where they were found to live. */
  readonly cityIsChosen: boolean;
  /** 长辈模式: everything 1.3 times as large. */
  readonly elder: boolean;
  readonly appearance: Appearance;
}

interface Preferences extends Kept {
  chooseCity(city: ChosenCity): void;
  /** Takes over the city in which the person was found to live, unless they have chosen one. */
  settleIn(city: ChosenCity): void;
  setElder(on: boolean): void;
  setAppearance(appearance: Appearance): void;
}

const KEY = 'preferences';
const INITIAL: Kept = { city: { code: '440100', name: '广州市' }, cityIsChosen: false, elder: false, appearance: 'system' };

const readKept = (stored: unknown): Kept | undefined => {
  const { city, cityIsChosen, elder, appearance } = (stored ?? {}) as Partial<Kept>;
  const known = typeof city?.code === 'string' && typeof city.name === 'string';
  if (!known) return undefined;
  return { city, cityIsChosen: cityIsChosen ?? city.code !== INITIAL.city.code, elder: elder === true, appearance: APPEARANCES.find((one) => one === appearance) ?? 'system' };
};

/** What the person has set on this phone; it stays when they leave. */
export const usePreferences = create<Preferences>((set, get) => {
  const change = (changed: Partial<Kept>): void => {
    set(changed);
    const { city, cityIsChosen, elder, appearance } = get();
    store(KEY, { city, cityIsChosen, elder, appearance });
  };
  return {
    ...(readStored(KEY, readKept) ?? INITIAL),
    chooseCity: (city) => change({ city, cityIsChosen: true }),
    settleIn: (city) => {
      if (!get().cityIsChosen) change({ city });
    },
    setElder: (elder) => change({ elder }),
    setAppearance: (appearance) => change({ appearance }),
  };
});
