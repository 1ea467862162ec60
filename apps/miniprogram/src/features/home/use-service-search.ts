import type { UseQueryResult } from '@tanstack/react-query';
import { listServices, type RouteOutput } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import { useRead, type ApiFailure } from '../../api';

const TYPING_PAUSE_MS = 250;
/** What the contract takes. */
const LONGEST = 40;

export interface ServiceSearch {
  readonly typed: string;
  /** What is looked for at the moment; empty: nothing. */
  readonly wanted: string;
  readonly found: UseQueryResult<RouteOutput<typeof listServices>, ApiFailure>;
  type(text: string): void;
}

/** Looks for services of the city while one types. */
export function useServiceSearch(city: string): ServiceSearch {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const text = typed.trim().slice(0, LONGEST);
    if (text === '') return setWanted('');
    const timer = setTimeout(() => setWanted(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useRead(listServices, { query: { city, q: wanted } }, { enabled: wanted !== '' });
  return { typed, wanted, found, type: setTyped };
}
