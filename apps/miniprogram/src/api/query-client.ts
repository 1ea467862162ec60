import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './failure';
import { isPassing } from './problem';

const MOST_RETRIES = 1;

/** What pages have read from the API. Reads are tried once more when the trouble may be a passing one. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // React Query's own idea of being offline knows nothing of WeChat: let the call fail and say so.
      networkMode: 'always',
      retry: (count, error) => count < MOST_RETRIES && error instanceof ApiFailure && isPassing(error.problem),
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
