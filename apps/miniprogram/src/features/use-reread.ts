import type { Route } from '@yuezheng/shared-types';
import { useRef } from 'react';
import { queryClient, queryKey } from '../api';
import { useDidShow } from '../platform';

/** Reads routes again when the page comes back on show: things may have been done on the pages above it. */
export function useReread(...routes: readonly Route[]): void {
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) routes.forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));
    isFirst.current = false;
  });
}
