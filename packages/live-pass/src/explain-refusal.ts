import type { PermitStatus } from './judge';
import type { RefusalGuide } from './refusals';
import type { RefusalReason } from './verdict';

/** Why a code is refused, and what the clerk can tell the holder besides. */
export interface Explanation {
  readonly reason: RefusalReason;
  readonly note?: string;
  /** Words for this very case, in place of those for the reason. */
  readonly guide?: RefusalGuide;
}

/** What is known of the permit behind a code. */
export interface KnownPermit {
  readonly status: PermitStatus;
  /** `YYYY-MM-DD`. */
  readonly validUntil: string;
}

/**
 * A credential ends with its permit at the latest. To a clerk and a holder it matters that the permit is suspended or
 * cancelled; that the phone's credential ran out with it is a consequence.
 *
 * @param permit absent where nothing is known of it that may be relied on
 */
export function explainRefusal(reason: RefusalReason, permit: KnownPermit | undefined): Explanation {
  if (permit === undefined || (reason !== 'credential-expired' && reason !== 'suspended')) return { reason };
  if (permit.status === 'cancelled') return { reason: 'cancelled' };
  if (permit.status !== 'suspended') return { reason };
  return { reason: 'suspended', note: `有效期至 ${permit.validUntil}，过期未签注` };
}
