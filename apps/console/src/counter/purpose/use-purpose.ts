import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { listPurposes, type Purpose } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { loadPurposes, storePurposes } from './kept-purposes';

const LAST = 'yuezheng.console.purpose';

export interface PurposeChoice {
  readonly purposes: readonly Purpose[];
  readonly chosen?: Purpose;
  readonly loading: boolean;
  readonly error: unknown;
  readonly choose: (id: string) => void;
  readonly reload: () => void;
}

/** What this counter may verify for; the last choice on this computer, or else the first. Known offline as well. */
export function usePurpose(): PurposeChoice {
  const [last, setLast] = useState(() => localStorage.getItem(LAST));
  const query = useQuery({
    queryKey: ['purposes'],
    queryFn: async ({ signal }) => {
      const { purposes } = await valueOrThrow(callRoute(listPurposes, {}, { signal }));
      storePurposes(purposes);
      return purposes;
    },
    staleTime: 10 * 60_000,
  });
  const purposes = query.data ?? loadPurposes();
  return {
    purposes,
    chosen: purposes.find((purpose) => purpose.id === last) ?? purposes[0],
    loading: query.isPending && purposes.length === 0,
    error: purposes.length === 0 ? query.error : null,
    choose: (id) => {
      localStorage.setItem(LAST, id);
      setLast(id);
    },
    reload: () => void query.refetch(),
  };
}
