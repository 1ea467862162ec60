import { getConfig, type RouteOutput } from '@yuezheng/shared-types';
import { useRead } from '../../api';

/** Where this phone's API runs; `undefined` until it is known. */
export function useConfig(): RouteOutput<typeof getConfig> | undefined {
  return useRead(getConfig, {}).data;
}
