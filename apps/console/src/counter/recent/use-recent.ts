import { useQuery } from '@tanstack/react-query';
import { refusalGuide } from '@yuezheng/live-pass';
import { listRecentVerifications } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { callRoute } from '../../api/client';
import { toFailure } from '../../api/failure';
import { useCounterLog } from '../offline/use-unsynced';
import type { OfflineUse } from '../offline/counter-db';
import { RECENT_KEY } from './recent-key';

const RENEW_MS = 15_000;
const SHOWN = 12;

/** One verification of this counter, a moment ago. */
export interface Recent {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly accepted: boolean;
  readonly result: string;
  readonly offline: boolean;
  /** The same code was accepted at another counter too. */
  readonly usedTwice?: boolean;
}

const fromUse = (use: OfflineUse): Recent => ({
  id: use.id,
  at: new Date(use.at).toISOString(),
  name: use.name,
  accepted: use.accepted,
  result: use.reason === undefined ? '核验通过' : refusalGuide(use.reason).headline,
  offline: true,
});

/** What the server knows and what is still to be sent, as one list, the latest first. */
export function mergeRecent(known: readonly Recent[], unsynced: readonly OfflineUse[]): readonly Recent[] {
  const all = new Map([...unsynced.map(fromUse), ...known].map((recent) => [recent.id, recent]));
  return [...all.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, SHOWN);
}

export interface RecentList {
  readonly entries: readonly Recent[];
  readonly loading: boolean;
  readonly error: unknown;
  /** The server's list is not to be had now: what stands here are this computer's own. */
  readonly outOfReach: boolean;
  readonly reload: () => void;
}

/** The verifications of this counter, also those that wait to be sent. */
export function useRecent(): RecentList {
  const { unsynced } = useCounterLog();
  const query = useQuery({
    queryKey: RECENT_KEY,
    queryFn: async ({ signal }) =>
      (await valueOrThrow(callRoute(listRecentVerifications, {}, { signal }))).verifications,
    refetchInterval: RENEW_MS,
  });
  const outOfReach = query.error !== null && toFailure(query.error).isOutOfReach;
  const entries = mergeRecent(query.data ?? [], unsynced);
  return {
    entries,
    loading: query.isPending && entries.length === 0,
    error: entries.length === 0 && !outOfReach ? query.error : null,
    outOfReach,
    reload: () => void query.refetch(),
  };
}
