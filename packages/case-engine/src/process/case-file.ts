import type { CaseState, FieldValues, LocalDate, MaterialValues, ServiceDefinition, SupplementItem } from '@yuezheng/shared-types';
import type { ClockState } from './clock';

/** A case as the engine sees it: its state, and the definition that was pinned on it when it was submitted. */
export interface CaseFile {
  readonly state: CaseState;
  readonly holderId: string;
  /** Who acts: the holder, or the guardian. */
  readonly applicantId: string;
  readonly city: string;
  readonly definition: ServiceDefinition;
  readonly situation: string | undefined;
  readonly exempt: boolean;
  readonly values: FieldValues;
  readonly materials: MaterialValues;
  readonly photoOnRecord: boolean;
  readonly clock: ClockState;
  readonly claimedBy?: string;
  readonly supplement?: { readonly items: readonly SupplementItem[]; readonly dueOn: LocalDate };
}

/** Who wants to act. `cities` empty: the whole province. */
export type Actor =
  | { readonly kind: 'resident'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string; readonly roles: readonly string[]; readonly cities: readonly string[] }
  | { readonly kind: 'system' };

/** Everything that can be done to a case after it was submitted. */
export type CaseAction =
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'approve' }
  | { readonly type: 'approve-automatically' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'request-supplement'; readonly items: readonly SupplementItem[] }
  | { readonly type: 'supplement'; readonly values: FieldValues; readonly materials: MaterialValues }
  | { readonly type: 'extend'; readonly reason: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'lapse' };

export type CaseActionType = CaseAction['type'];
