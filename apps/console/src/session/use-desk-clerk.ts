import { useEffect, useState } from 'react';
import { getConfig } from '@yuezheng/shared-types';
import { callRoute } from '../api/client';
import { useOnline } from '../api/connection';
import { sessionStore } from '../api/session-store';
import type { DeskClerk } from '../counter/offline/counter-db';
import { useServerProbe } from '../shell/use-server-probe';
import { deskClerk } from './desk-clerk';

const SOON_MS = 3_000;

/** The clerk who may go on working here, once it is known that the server cannot be reached; undefined otherwise. */
export function useDeskClerk(): DeskClerk | undefined {
  const online = useOnline();
  const [clerk, setClerk] = useState<DeskClerk>();
  useEffect(() => {
    let left = false;
    void deskClerk().then((found) => {
      if (left || found === undefined || sessionStore.endedBy() === 'server') return;
      setClerk(found);
      // Nothing else on the log-in page would find out.
      void callRoute(getConfig, {}, { timeLimit: SOON_MS });
    });
    return () => {
      left = true;
    };
  }, []);
  useServerProbe(online);
  return online ? undefined : clerk;
}
