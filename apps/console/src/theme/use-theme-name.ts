import { useSyncExternalStore } from 'react';
import type { ThemeName } from './antd-theme';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(DARK), matchMedia(CONTRAST)];
  queries.forEach((query) => query.addEventListener('change', listener));
  return () => queries.forEach((query) => query.removeEventListener('change', listener));
}

const present = (): ThemeName => {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
};

/** The theme that the system asks for, as the style sheet of the tokens chooses it. */
export const useThemeName = (): ThemeName => useSyncExternalStore(subscribe, present);
