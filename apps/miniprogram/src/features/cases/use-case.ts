import type { UseQueryResult } from '@tanstack/react-query';
import { getCase, getHome, listPermits, type CaseDetail } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import { queryClient, queryKey, useRead, type ApiFailure } from '../../api';
import { wallNow } from '../../platform';

const EVERY_MS = 2000;
/** So long after an approval the permit may still be on its way. */
const ON_ITS_WAY_MS = 60_000;

const isOnItsWay = ({ state, permitId, updatedAt }: CaseDetail): boolean =>
  state === 'approved' && permitId === undefined && wallNow() - Date.parse(updatedAt) < ON_ITS_WAY_MS;

/** A case of mine, read again by itself while what was approved is still being made. */
export function useCase(caseId: string): UseQueryResult<CaseDetail, ApiFailure> {
  const [waiting, setWaiting] = useState(false);
  const query = useRead(getCase, { params: { caseId } }, waiting ? { everyMs: EVERY_MS } : {});
  useEffect(() => {
    const stillWaiting = query.data !== undefined && isOnItsWay(query.data);
    // What other pages have read of the permit is of before.
    if (waiting && !stillWaiting) [getHome, listPermits].forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));
    setWaiting(stillWaiting);
  }, [query.data]);
  return query;
}
