import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { listQueue, type QueueItem, type QueueTab } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { COUNTS_KEY, useKnownCounts, type Counts } from './counts';

/** Officials see each other's claims within this time. */
export const POLL_MS = 5_000;

export interface Queue {
  readonly items: readonly QueueItem[];
  readonly counts?: Counts;
  readonly loading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** One tab of the queue, as far as it was scrolled, renewed every few seconds. */
export function useQueue(tab: QueueTab, q: string): Queue {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['queue', tab, q],
    queryFn: async ({ pageParam, signal }) => {
      const page = await valueOrThrow(callRoute(listQueue, { query: { tab, q, cursor: pageParam } }, { signal }));
      client.setQueryData(COUNTS_KEY, page.counts);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: POLL_MS,
  });
  return {
    items: withoutRepeats(query.data?.pages.flatMap((page) => page.items) ?? []),
    counts: useKnownCounts(),
    loading: query.isPending,
    error: query.data === undefined ? query.error : null,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

/** A case that moved between two pages while they were read appears on both. */
const withoutRepeats = (items: readonly QueueItem[]): readonly QueueItem[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
