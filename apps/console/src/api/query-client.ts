import { QueryClient } from '@tanstack/react-query';
import { toFailure } from './failure';

const MOST_TRIES = 2;

/** Reads are tried again only where the failure may pass by itself. */
const mayPass = (failureCount: number, thrown: unknown): boolean =>
  failureCount < MOST_TRIES && toFailure(thrown).uncertain;

export const queryClient = new QueryClient({
  defaultOptions: {
    // `networkMode: always`: whether there is a way to the server is found out by calling it.
    queries: {
      retry: mayPass,
      retryDelay: 800,
      staleTime: 2_000,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
});
