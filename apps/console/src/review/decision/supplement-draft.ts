import type { ReviewCase, SupplementItem } from '@yuezheng/shared-types';

export type Target = ReviewCase['supplementTargets'][number];

/** What is ticked and what is written beside it, by the key of the target. Unticking keeps the text. */
export type SupplementDraft = Readonly<Record<string, { readonly wanted: boolean; readonly reason: string }>>;

export const keyOf = (target: Pick<Target, 'kind' | 'target'>): string => `${target.kind}:${target.target}`;

export const entryOf = (draft: SupplementDraft, target: Target): SupplementDraft[string] =>
  draft[keyOf(target)] ?? { wanted: false, reason: '' };

/** What the official changes of one entry. */
export type EntryChange = Partial<SupplementDraft[string]>;

/** Changes one entry; writing a reason ticks the target. */
export function edited(
  draft: SupplementDraft,
  target: Target,
  change: EntryChange,
): SupplementDraft {
  const before = entryOf(draft, target);
  const wanted =
    change.wanted ?? (change.reason !== undefined && change.reason.trim() !== '' ? true : before.wanted);
  return { ...draft, [keyOf(target)]: { wanted, reason: change.reason ?? before.reason } };
}

export interface SupplementList {
  /** Everything that is ticked, in the order of the definition. */
  readonly items: readonly SupplementItem[];
  /** Keys of what is ticked without a word why. */
  readonly unexplained: readonly string[];
}

/** The complete list as it would be sent. */
export function supplementList(targets: readonly Target[], draft: SupplementDraft): SupplementList {
  const wanted = targets.filter((target) => entryOf(draft, target).wanted);
  return {
    items: wanted.map((target) => ({
      kind: target.kind,
      target: target.target,
      title: target.title,
      reason: entryOf(draft, target).reason.trim(),
    })),
    unexplained: wanted.filter((target) => entryOf(draft, target).reason.trim() === '').map(keyOf),
  };
}
