import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { listPurposes, type Purpose } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { useSession } from '../../session/use-session';
import { chosenPurpose, keepChosenPurpose } from './chosen-purpose';
import { loadPurposes, storePurposes } from './kept-purposes';

export interface PurposeChoice {
  readonly purposes: readonly Purpose[];
  /** Absent until the official has said it: a purpose is what the law asks for, so that nobody guesses it. */
  readonly chosen?: Purpose;
  readonly loading: boolean;
  readonly error: unknown;
  readonly choose: (id: string) => void;
  readonly reload: () => void;
}

/** What this counter may verify for, and what the official chose for the shift. Known offline as well. */
export function usePurpose(): PurposeChoice {
  const shift = useSession();
  const [chosenId, setChosenId] = useState(() => (shift === undefined ? undefined : chosenPurpose(shift)));
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
    chosen: purposes.find((purpose) => purpose.id === chosenId),
    loading: query.isPending && purposes.length === 0,
    error: purposes.length === 0 ? query.error : null,
    choose: (id) => {
      if (shift !== undefined) keepChosenPurpose(shift, id);
      setChosenId(id);
    },
    reload: () => void query.refetch(),
  };
}
