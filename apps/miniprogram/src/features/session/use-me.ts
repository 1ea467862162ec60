import type { UseQueryResult } from '@tanstack/react-query';
import { getMe, type Me } from '@yuezheng/shared-types';
import { useRead, type ApiFailure } from '../../api';

/** Who is logged in on this phone. */
export const useMe = (): UseQueryResult<Me, ApiFailure> => useRead(getMe, {});
