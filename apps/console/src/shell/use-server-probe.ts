import { useEffect } from 'react';
import { getConfig } from '@yuezheng/shared-types';
import { callRoute } from '../api/client';

const PROBE_EVERY_MS = 5_000;

/** While the server is out of reach, looks every few seconds whether it is back. The call itself tells the connection. */
export function useServerProbe(online: boolean): void {
  useEffect(() => {
    if (online) return undefined;
    const timer = setInterval(
      () => void callRoute(getConfig, {}, { timeLimit: PROBE_EVERY_MS }),
      PROBE_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, [online]);
}
