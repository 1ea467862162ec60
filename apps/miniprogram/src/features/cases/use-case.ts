import type { UseQueryResult } from '@tanstack/react-query';
import { getCase, type CaseDetail } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import { useRead, type ApiFailure } from '../../api';
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
  useEffect(() => setWaiting(query.data !== undefined && isOnItsWay(query.data)), [query.data]);
  return query;
}
