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
 * Decides whether what was fetched replaces what is at hand. A list never goes back in time: who could make it, could
 * bring a suspended permit back to life. Where none of the fetched keys has signed the list at hand, that list is worth
 * nothing any more and is not compared.
 */
export function chooseTrust(fetched: StoredTrust, kept: KeptTrust | undefined): TrustChoice {
  if (kept !== undefined && isSamePublication(fetched, kept.stored)) {
    return { taken: { stored: fetched, trust: { ...kept.trust, clock: fetched.clock } } };
  }
  const trust = openTrust(fetched);
  if (trust === undefined) return { refused: 'damaged' };
  const before = kept === undefined ? undefined : underKeys(fetched.keySet, kept);
  if (before !== undefined && before.subject !== trust.statusList.subject) return { refused: 'other-list' };
  if (before !== undefined && before.issuedAt > trust.statusList.issuedAt) return { refused: 'older' };
  return { taken: { stored: fetched, trust } };
}

const underKeys = (keySet: string, { stored, trust }: KeptTrust) =>
  stored.keySet === keySet ? trust.statusList : openTrust({ ...stored, keySet })?.statusList;

/** Whether two are the same keys and the same list, whatever their clocks. */
export function isSamePublication(one: StoredTrust, other: StoredTrust): boolean {
  return (
    one.keySet === other.keySet &&
    one.statusList.length === other.statusList.length &&
    one.statusList.every((byte, at) => byte === other.statusList[at])
  );
}
