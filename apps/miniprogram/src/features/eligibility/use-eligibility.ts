import { checkEligibility, type RouteOutput } from '@yuezheng/shared-types';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, queryKey, valueOf, type ApiFailure } from '../../api';

export type EligibilityResult = RouteOutput<typeof checkEligibility>;

export interface EligibilityQuestion {
  readonly serviceId: string;
  readonly city: string;
  readonly wardId?: string;
}

/** Going back and forth asks nobody again for this long; data move by the day. */
const FRESH_MS = 5 * 60_000;

/** Runs the check when the page opens. */
export function useEligibility({ serviceId, city, wardId }: EligibilityQuestion): UseQueryResult<EligibilityResult, ApiFailure> {
  const input = { params: { serviceId }, body: { city, ...(wardId !== undefined && { wardId }) } };
  return useQuery<EligibilityResult, ApiFailure>({
    queryKey: queryKey(checkEligibility, input),
    queryFn: async () => valueOf(await api.call(checkEligibility, input)),
    staleTime: FRESH_MS,
  });
}

/** Whom the check asks. All at once: the page says so while it waits. */
export const ASKED: readonly string[] = ['居住登记', '社会保险和用工登记', '房屋租赁和不动产', '学籍信息', '居住证和证件照片'];
