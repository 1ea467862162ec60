import type { UseQueryResult } from '@tanstack/react-query';
import { getService, type ServiceDefinition } from '@yuezheng/shared-types';
import { useRead, type ApiFailure } from '../../api';

/** Guide and form of a service as a city has it. */
export const useDefinition = (serviceId: string, city: string): UseQueryResult<ServiceDefinition, ApiFailure> =>
  useRead(getService, { params: { serviceId }, query: { city } });

