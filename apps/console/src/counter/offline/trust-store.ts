import { isSamePublication, chooseTrust, type KeptTrust, type TrustRefusal } from './choose-trust';
import { carriedTo, markClock } from './clock-mark';
import { counterDb } from './counter-db';
import { forgetOldUses } from './seen';
import { fetchTrust, readClock } from './trust';
import { openTrust } from './trust-opening';

/** Why a refresh brought nothing, or why what it brought will not outlive this page. */
export type TrustProblem = 'unreachable' | 'no-storage' | TrustRefusal;

export interface Refreshed {
  readonly kept?: KeptTrust;
  readonly problem?: TrustProblem;
}

/**
 * What this browser keeps from before; undefined when there is nothing or it is damaged.
 *
 * @param atHand what this tab has opened already, which is given back where no other tab has kept anything since
 */
export async function keptTrust(atHand?: KeptTrust): Promise<KeptTrust | undefined> {
  try {
    const db = await counterDb();
    const stored = await db.get('trust', 'present');
    if (stored === undefined || (atHand !== undefined && isSamePublication(stored, atHand.stored))) return atHand;
    const trust = openTrust({ ...stored, clock: carriedTo(await db.get('clockMark', 'present'), stored.clock) });
    return trust === undefined ? atHand : { stored, trust };
  } catch {
    return atHand;
  }
}

/** Fetches keys, statuses and time, and keeps them where they may replace what is at hand. */
export async function refreshTrust(atHand: KeptTrust | undefined): Promise<Refreshed> {
  const [fetched, before] = await Promise.all([fetchTrust(), keptTrust(atHand)]);
  if (fetched === undefined) return { kept: before, problem: 'unreachable' };
  const choice = chooseTrust(fetched, before);
  if ('refused' in choice) return { kept: before, problem: choice.refused };
  try {
    const db = await counterDb();
    await db.put('trust', choice.taken.stored, 'present');
    // From here on the server's own time counts again.
    await db.delete('clockMark', 'present');
    await forgetOldUses(db, choice.taken.trust.clock.serverTime);
    return { kept: choice.taken };
  } catch {
    return { kept: choice.taken, problem: 'no-storage' };
  }
}

/** Notes while there is no network that this counter still runs. */
export async function markRunning(): Promise<void> {
  try {
    await markClock(await counterDb(), readClock().wall);
  } catch {
    // Without storage nothing outlives a restart, so there is nothing to guard.
  }
}
