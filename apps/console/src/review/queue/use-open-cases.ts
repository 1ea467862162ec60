import { useQuery } from '@tanstack/react-query';
import { listQueue, type Staff } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { sectionsFor } from '../../shell/sections';

export const COUNTS_KEY = ['queue-counts'] as const;

const RENEW_MS = 20_000;

/** How many cases are open for this official; 0 while unknown, and for those who do not review. */
export function useOpenCases(staff: Staff): number {
  const query = useQuery({
    queryKey: COUNTS_KEY,
    queryFn: async ({ signal }) =>
      (await valueOrThrow(callRoute(listQueue, { query: { tab: 'mine' } }, { signal }))).counts,
    enabled: sectionsFor(staff.roles).some(({ path }) => path === '/review'),
    staleTime: RENEW_MS,
    refetchInterval: RENEW_MS,
  });
  return query.data?.open ?? 0;
}
