import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Route, RouteInput, RouteOutput } from '@yuezheng/shared-types';
import { useRef } from 'react';
import { randomUuid } from '../platform';
import { api } from './api';
import { type ApiFailure, valueOf } from './failure';
import { createIntent, type Intent } from './intent';
import { isPassing } from './problem';

/** Name under which the answer of a route is kept; its start names every answer of the route. */
export const queryKey = (route: Route, input?: unknown): readonly unknown[] =>
  input === undefined ? [route.path] : [route.path, input];

export interface ReadOptions {
  /** `false`: not now. */
  readonly enabled?: boolean;
  /** Reads again every so many milliseconds while the page is shown. */
  readonly everyMs?: number;
}

/** Reads a route for a page. `error.problem` has the sentence for the person. */
export function useRead<R extends Route>(route: R, input: RouteInput<R>, options: ReadOptions = {}): UseQueryResult<RouteOutput<R>, ApiFailure> {
  return useQuery<RouteOutput<R>, ApiFailure>({
    queryKey: queryKey(route, input),
    queryFn: async () => valueOf(await api.call(route, input)),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}

/** Writes to a route. The same content sent again after a bad network is one and the same intent to the server. */
export function useWrite<R extends Route>(route: R): UseMutationResult<RouteOutput<R>, ApiFailure, RouteInput<R>> {
  const intent = useRef<Intent>();
  return useMutation<RouteOutput<R>, ApiFailure, RouteInput<R>>({
    mutationFn: async (input) => {
      intent.current ??= createIntent(randomUuid);
      const answer = await api.call(route, input, { key: await intent.current.keyFor(input) });
      if (answer.ok || !isPassing(answer.problem)) intent.current.settle();
      return valueOf(answer);
    },
  });
}
