import { useEffect, useSyncExternalStore } from 'react';
import type { Staff } from '@yuezheng/shared-types';
import { useOnline } from '../../api/connection';
import { queryClient } from '../../api/query-client';
import { RECENT_KEY } from '../recent/recent-key';
import { logStore, type CounterLog } from './log-store';

const TRY_EVERY_MS = 15_000;

/** What this official verified here without a network, and what came of it. */
export const useCounterLog = (): CounterLog => useSyncExternalStore(logStore.subscribe, logStore.current);

/** How many verifications wait to be sent; sends them as soon as the server can be reached. */
export function useUnsynced(staff: Staff): number {
  const online = useOnline();
  const clerk = staff.roles.includes('clerk');
  const count = useCounterLog().unsynced.length;
  const waiting = count > 0;
  useEffect(() => {
    // A browser without storage has nothing kept: the counter page says so where it matters.
    if (clerk) logStore.reload(staff.id).catch(() => undefined);
  }, [clerk, staff.id]);
  useEffect(() => {
    if (!clerk || !online || !waiting) return undefined;
    void sync(staff.id);
    const timer = setInterval(() => void sync(staff.id), TRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [clerk, online, waiting, staff.id]);
  return clerk ? count : 0;
}

/** A failed try is repeated at the next turn; until then everything stays kept. */
async function sync(staffId: string): Promise<void> {
  await logStore.sync(staffId).catch(() => undefined);
  await queryClient.invalidateQueries({ queryKey: RECENT_KEY });
}
