import type { Examined } from './examine';
import { slotStart } from './slot';
import type { Assurance, RefusalReason, Verdict } from './verdict';

/** What is known of a permit; 'unknown' when nobody can say, which refuses. */
export type PermitStatus = 'valid' | 'suspended' | 'cancelled' | 'unknown';

export interface StatusFact {
  readonly status: PermitStatus;
  /** The moment for which the status is known, epoch ms. */
  readonly asOf: number;
  /** From this moment on the status may no longer be relied on, epoch ms. */
  readonly expiresAt: number;
}

export interface JudgeFacts {
  readonly statusFact: StatusFact;
  /** The holder's phone noticed a screenshot or a recording at this moment (epoch ms): earlier slots are void. */
  readonly burnedBefore?: number;
  /** Whether this presentationId was recorded as used before. */
  readonly seenBefore: boolean;
  readonly assurance: Assurance;
}

/**
 * Decides about a genuine, fresh code with what the verifier has loaded. Looks in this order:
 * status-stale, cancelled, suspended, burned, already-used. To be free of races a server judges with
 * `seenBefore: false`, and only if that accepts inserts the presentationId; a conflict is `already-used`.
 */
export function judge(examined: Examined, facts: JudgeFacts): Verdict {
  const { credential, presentationId, slot } = examined;
  const reason = reasonAgainst(examined, facts);
  if (reason !== undefined) return { kind: 'refused', reason, credential, presentationId };
  const { assurance, statusFact } = facts;
  return { kind: 'accepted', assurance, statusAsOf: statusFact.asOf, credential, presentationId, slot };
}

function reasonAgainst({ now, slot }: Examined, facts: JudgeFacts): RefusalReason | undefined {
  const { status, expiresAt } = facts.statusFact;
  if (status === 'unknown' || !(now < expiresAt)) return 'status-stale';
  if (status === 'cancelled') return 'cancelled';
  if (status === 'suspended') return 'suspended';
  if (facts.burnedBefore !== undefined && !(slotStart(slot) >= facts.burnedBefore)) return 'burned';
  return facts.seenBefore ? 'already-used' : undefined;
}
