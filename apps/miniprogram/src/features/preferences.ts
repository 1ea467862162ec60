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
  /** 长辈模式: everything 1.3 times as large. */
  readonly elder: boolean;
  readonly appearance: Appearance;
}

interface Preferences extends Kept {
  chooseCity(city: ChosenCity): void;
  setElder(on: boolean): void;
  setAppearance(appearance: Appearance): void;
}

const KEY = 'preferences';
const INITIAL: Kept = { city: { code: '440100', name: '广州市' }, elder: false, appearance: 'system' };

const readKept = (stored: unknown): Kept | undefined => {
  const { city, elder, appearance } = (stored ?? {}) as Partial<Kept>;
  const known = typeof city?.code === 'string' && typeof city.name === 'string';
  return known ? { city, elder: elder === true, appearance: APPEARANCES.find((one) => one === appearance) ?? 'system' } : undefined;
};

/** What the person has set on this phone; it stays when they leave. */
export const usePreferences = create<Preferences>((set, get) => {
  const change = (changed: Partial<Kept>): void => {
    set(changed);
    const { city, elder, appearance } = get();
    store(KEY, { city, elder, appearance });
  };
  return {
    ...(readStored(KEY, readKept) ?? INITIAL),
    chooseCity: (city) => change({ city }),
    setElder: (elder) => change({ elder }),
    setAppearance: (appearance) => change({ appearance }),
  };
});
