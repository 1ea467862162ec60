import type { StoredTrust } from './counter-db';
import { openTrust, type Trust } from './trust-opening';

/** What is at hand, as it was published and as it was opened. */
export interface KeptTrust {
  readonly stored: StoredTrust;
  readonly trust: Trust;
}

/**
 * damaged    – unreadable, or the list is not signed by one of the keys that came with it.
 * older      – signed, and yet from before the list at hand: somebody on the way gives out old statuses.
 * other-list – signed, and yet a list of something else.
 */
export type TrustRefusal = 'damaged' | 'older' | 'other-list';

export type TrustChoice =
  { readonly taken: KeptTrust } | { readonly refused: TrustRefusal };

/**
 * Servers that know the same date their lists to whole steps, up to a minute apart: one that was just started, or has
 * not noticed a change yet, gives out a list that is older by so much without anything being wrong.
 */
const STEP_BACK_MS = 120_000;

/**
 * Decides whether what was fetched replaces what is at hand. A list never goes back in time: who could make it, could
 * bring a suspended permit back to life. One that is a little older is no alarm, and yet the list at hand stays, with
 * the keys and the time that came. Where none of the fetched keys has signed the list at hand, that list is worth
 * nothing any more and is not compared.
 */
export function chooseTrust(fetched: StoredTrust, kept: KeptTrust | undefined): TrustChoice {
  if (kept !== undefined && isSamePublication(fetched, kept.stored)) {
    return { taken: { stored: fetched, trust: { ...kept.trust, clock: fetched.clock } } };
  }
  const trust = openTrust(fetched);
  if (trust === undefined) return { refused: 'damaged' };
  const before = kept && underKeys(fetched, kept);
  if (before === undefined) return { taken: { stored: fetched, trust } };
  if (before.trust.statusList.subject !== trust.statusList.subject) return { refused: 'other-list' };
  const back = before.trust.statusList.issuedAt - trust.statusList.issuedAt;
  if (back > STEP_BACK_MS) return { refused: 'older' };
  return { taken: back > 0 ? before : { stored: fetched, trust } };
}

/** The list at hand with the keys and the time that came; undefined when none of those keys has signed it. */
function underKeys({ keySet, clock }: StoredTrust, kept: KeptTrust): KeptTrust | undefined {
  const stored = { keySet, statusList: kept.stored.statusList, clock };
  const trust = kept.stored.keySet === keySet ? { ...kept.trust, clock } : openTrust(stored);
  return trust && { stored, trust };
}

/** Whether two are the same keys and the same list, whatever their clocks. */
export function isSamePublication(one: StoredTrust, other: StoredTrust): boolean {
  return (
    one.keySet === other.keySet &&
    one.statusList.length === other.statusList.length &&
    one.statusList.every((byte, at) => byte === other.statusList[at])
  );
}
