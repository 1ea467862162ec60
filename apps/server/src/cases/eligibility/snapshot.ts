import type { Facts } from '@yuezheng/catalogue';
import type { checkEligibility, EligibilityOutcome, RouteOutput } from '@yuezheng/shared-types';

/** How long an eligibility check holds, in milliseconds: a day. */
export const SNAPSHOT_LIFE_MS = 86_400_000;

/** What one eligibility check found: kept with the draft and the case, so that what was decided on can be read later. */
export interface Snapshot {
  readonly checkId: string;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly facts: Facts;
  readonly outcome: EligibilityOutcome;
}

export type EligibilityView = RouteOutput<typeof checkEligibility>;

export const eligibilityView = ({ checkId, checkedAt, outcome }: Snapshot, serviceId: string, city: string): EligibilityView => ({
  ...outcome, id: checkId, serviceId, city, checkedAt: new Date(checkedAt).toISOString(),
});

/** A clock that was set back does not make a check older. */
export const isStale = ({ checkedAt }: Snapshot, now: number): boolean => now - checkedAt > SNAPSHOT_LIFE_MS;
