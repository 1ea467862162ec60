import { useQuery } from '@tanstack/react-query';
import type { Route, RouteInput } from '@yuezheng/shared-types';
import { api, queryClient, queryKey } from '../api';
import { loadImage, releaseImage } from '../platform';

const IMAGE = 'image';

// Several pages may show one picture: it is freed when no page has asked for it for a while.
queryClient.getQueryCache().subscribe(({ type, query }) => {
  const address: unknown = query.state.data;
  if (type === 'removed' && query.queryKey[0] === IMAGE && typeof address === 'string') releaseImage(address);
});

/**
 * Address of an image that only the person logged in may see, for `Image` and `Portrait`.
 *
 * @returns `undefined` while it loads and when it cannot be had
 */
export function useRemoteImage<R extends Route>(route: R, input: RouteInput<R>, enabled = true): string | undefined {
  const { data } = useQuery({
    queryKey: [IMAGE, ...queryKey(route, input)],
    queryFn: async () => {
      const { url, headers } = await api.imageRequest(route, input);
      return (await loadImage(url, headers)) ?? null;
    },
    enabled,
    staleTime: Infinity,
  });
  return data ?? undefined;
}
