import { syncClock, type ClockReading, type HolderClock } from '@yuezheng/live-pass';
import { getConfig, getIssuerKeys, getStatusList } from '@yuezheng/shared-types';
import { callRoute, fetchBytes } from '../../api/client';
import { newUuid } from '../../api/uuid';
import type { StoredTrust } from './counter-db';

const run = newUuid();

/** Both clocks of this computer now. */
export const readClock = (): ClockReading => ({ wall: Date.now(), monotonic: performance.now(), run });

/** Fetches keys, statuses and the server's time; undefined when any of them is not to be had. */
export async function fetchTrust(): Promise<StoredTrust | undefined> {
  const [keys, list, clock] = await Promise.all([
    callRoute(getIssuerKeys, {}),
    fetchBytes(getStatusList, {}),
    fetchClock(),
  ]);
  if (!keys.ok || !list.ok || clock === undefined) return undefined;
  return { keySet: keys.value.keySet, statusList: list.value, clock };
}

async function fetchClock(): Promise<HolderClock | undefined> {
  const before = readClock();
  const config = await callRoute(getConfig, {});
  return config.ok ? syncClock(config.value.now, before, readClock()) : undefined;
}
