import type { StatusFact } from '../src/judge';
import type { Assurance, RefusalReason } from '../src/verdict';

/** One published case; times are epoch ms, bytes are hex, a key set is named in keys.json. */
export interface Vector {
  readonly name: string;
  readonly code: string;
  readonly now: number;
  readonly keySet: KeySetName;
  readonly assurance: Assurance;
  readonly status: StatusFact;
  readonly burnedBefore?: number;
  readonly seen: boolean;
  readonly expectedBinding?: { readonly nonce: string; readonly audience: string };
  readonly expect: Expectation;
}

export type KeySetName = 'published' | 'empty' | 'retired';

export type Expectation =
  | {
      readonly kind: 'accepted';
      readonly maskedName: string;
      readonly permitValidUntil: string;
      readonly statusIndex: number;
      readonly credentialId: string;
      readonly presentationId: string;
      readonly slot: number;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };
