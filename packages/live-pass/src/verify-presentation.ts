import { examine, type ExamineContext } from './examine';
import { judge, type StatusFact } from './judge';
import type { Assurance, CredentialFacts, Verdict } from './verdict';

export interface VerifyContext extends ExamineContext {
  readonly assurance: Assurance;
  /** What is known of the permit: from the database, or `statusFromList` for a cached status list. */
  readonly statusOf: (credential: CredentialFacts) => StatusFact;
  readonly burnedBefore?: (credential: CredentialFacts) => number | undefined;
  /**
   * Whether this presentationId was used before. Asked once, and only when nothing else speaks against
   * the code, so it may record the use in the same step.
   */
  readonly seen: (presentationId: string) => boolean;
}

/**
 * The whole verification in one step, for verifiers whose facts are at hand (the counter offline, tests).
 * Reasons are looked for in the order of REFUSAL_REASONS. Throws only what the given functions throw.
 */
export function verifyPresentation(code: string, context: VerifyContext): Verdict {
  const examined = examine(code, context);
  if (examined.kind === 'refused') return examined;
  const facts = {
    statusFact: context.statusOf(examined.credential),
    burnedBefore: context.burnedBefore?.(examined.credential),
    assurance: context.assurance,
  };
  const verdict = judge(examined, { ...facts, seenBefore: false });
  if (verdict.kind === 'refused' || !context.seen(examined.presentationId)) return verdict;
  return judge(examined, { ...facts, seenBefore: true });
}
