import { useQuery } from '@tanstack/react-query';
import { listQueue, type RouteOutput, type Staff } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { sectionsFor } from '../../shell/sections';

export type Counts = RouteOutput<typeof listQueue>['counts'];

/** Every answer about the queue brings the counts; the newest stand here, whichever tab asked. */
export const COUNTS_KEY = ['queue-counts'] as const;

const RENEW_MS = 20_000;

const fetchCounts = async ({ signal }: { signal: AbortSignal }): Promise<Counts> =>
  (await valueOrThrow(callRoute(listQueue, { query: { tab: 'mine' } }, { signal }))).counts;

/** The counts as last told; undefined before the first answer. Asks nobody: the list beside them is renewed all the time. */
export const useKnownCounts = (): Counts | undefined =>
  useQuery({ queryKey: COUNTS_KEY, queryFn: fetchCounts, enabled: false }).data;

/** How many cases are open for this official; 0 while unknown, and for those who do not review. */
export function useOpenCases(staff: Staff): number {
  const query = useQuery({
    queryKey: COUNTS_KEY,
    queryFn: fetchCounts,
    enabled: sectionsFor(staff.roles).some(({ path }) => path === '/review'),
    staleTime: RENEW_MS,
    refetchInterval: RENEW_MS,
  });
  return query.data?.open ?? 0;
}
