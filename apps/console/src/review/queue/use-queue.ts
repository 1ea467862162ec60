import { useEffect } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { listQueue, type QueueItem, type QueueTab, type RouteOutput } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { COUNTS_KEY } from './use-open-cases';

/** Officials see each other's claims within this time. */
export const POLL_MS = 5_000;

type Counts = RouteOutput<typeof listQueue>['counts'];

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
    queryFn: ({ pageParam, signal }) =>
      valueOrThrow(callRoute(listQueue, { query: { tab, q, cursor: pageParam } }, { signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: POLL_MS,
  });
  const counts = query.data?.pages[0]?.counts;
  useEffect(() => {
    if (counts !== undefined) client.setQueryData(COUNTS_KEY, counts);
  }, [client, counts]);
  return {
    items: withoutRepeats(query.data?.pages.flatMap((page) => page.items) ?? []),
    counts,
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
