import { getCase, getHome, listCases, type CaseDetail } from '@yuezheng/shared-types';
import { queryClient, queryKey } from '../../api';

/** Shows a case as the server has just answered, and lets the lists be read again. */
export function rememberCase(detail: CaseDetail): void {
  queryClient.setQueryData(queryKey(getCase, { params: { caseId: detail.id } }), detail);
  [listCases, getHome].forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));
}
