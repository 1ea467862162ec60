import { useCallback, useMemo, useState } from 'react';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  claimCase,
  decideCase,
  getReviewCase,
  releaseCase,
  ReviewCase,
  z,
  type RouteInput,
} from '@yuezheng/shared-types';
import { valueOrThrow, type Answer } from '../api/answer';
import { callRoute } from '../api/client';
import type { ApiFailure } from '../api/failure';
import { createIntents } from '../api/intent';
import { POLL_MS } from './queue/use-queue';

const keyOf = (caseId: string) => ['review-case', caseId] as const;

/** A case as it stands, renewed while it is looked at so that others' work on it shows. */
export function useReviewCase(caseId: string) {
  return useQuery({
    queryKey: keyOf(caseId),
    queryFn: ({ signal }) => valueOrThrow(callRoute(getReviewCase, { params: { caseId } }, { signal })),
    refetchInterval: POLL_MS,
  });
}

/** What an official decides, without the version: that is the one he has seen. */
export type Decision = RouteInput<typeof decideCase>['body'];

/** Claiming, giving back and deciding one case. Nothing is shown as done before the server says so. */
export function useCaseActs(caseId: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const intents = useMemo(
    () => ({ claim: createIntents(), release: createIntents(), decide: createIntents() }),
    [],
  );

  const run = useCallback(
    async (act: () => Promise<Answer<ReviewCase>>): Promise<Answer<ReviewCase>> => {
      setBusy(true);
      const answer = await act();
      setBusy(false);
      if (answer.ok) client.setQueryData(keyOf(caseId), answer.value);
      else showPresentState(client, caseId, answer.failure);
      void client.invalidateQueries({ queryKey: ['queue'] });
      return answer;
    },
    [caseId, client],
  );

  const params = { caseId };
  return {
    busy,
    claim: () => run(() => intents.claim(caseId, (intent) => callRoute(claimCase, { params }, { intent }))),
    release: () =>
      run(() => intents.release(caseId, (intent) => callRoute(releaseCase, { params }, { intent }))),
    decide: (body: Decision) =>
      run(() =>
        intents.decide([caseId, body], (intent) => callRoute(decideCase, { params, body }, { intent })),
      ),
  };
}

export type CaseActs = ReturnType<typeof useCaseActs>;

/** A conflict brings the record as it is now; where it does not, it is read again. */
function showPresentState(client: QueryClient, caseId: string, failure: ApiFailure): void {
  const current = z.safeParse(ReviewCase, failure.current);
  if (current.success) client.setQueryData(keyOf(caseId), current.data);
  else if (!failure.uncertain) void client.invalidateQueries({ queryKey: keyOf(caseId) });
}
