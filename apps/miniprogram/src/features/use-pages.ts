import { useInfiniteQuery } from '@tanstack/react-query';
import type { Route, RouteInput, RouteOutput } from '@yuezheng/shared-types';
import { api, queryKey, valueOf, type ApiFailure, type ApiProblem } from '../api';

export interface Pages<T> {
  readonly pages: readonly T[];
  readonly loading: boolean;
  readonly problem?: ApiProblem;
  retry(): unknown;
  /** Reads the next page; absent at the end. */
  readonly more?: () => Promise<unknown>;
}

type Paged<R extends Route> = RouteOutput<R> & { readonly next?: string | undefined };

/**
 * Reads a list page by page.
 *
 * @param inputOf the input of the route for the page that begins at a cursor; without one, the first
 */
export function usePages<R extends Route>(route: R, inputOf: (cursor: string | undefined) => RouteInput<R>): Pages<Paged<R>> {
  const query = useInfiniteQuery<Paged<R>, ApiFailure, { pages: Paged<R>[] }, readonly unknown[], string | undefined>({
    queryKey: [...queryKey(route, inputOf(undefined)), 'pages'],
    queryFn: async ({ pageParam }) => valueOf(await api.call(route, inputOf(pageParam))) as Paged<R>,
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
  });
  return {
    pages: query.data?.pages ?? [],
    loading: query.isPending,
    ...(query.error && { problem: query.error.problem }),
    retry: () => query.refetch(),
    ...(query.hasNextPage && { more: () => query.fetchNextPage() }),
  };
}
