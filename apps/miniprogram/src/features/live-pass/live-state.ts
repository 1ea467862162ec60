import type { Showing } from '@yuezheng/shared-types';
import type { ApiProblem } from '../../api';
import type { CodeView } from './code-maker';

export type Scan = NonNullable<Showing['scan']>;
export type Capture = 'screenshot' | 'recording';

/** Why no code is shown, where waiting alone does not help. */
export type Obstacle =
  /** Another phone was made the active one; `since` is known where this phone saw it happen, epoch ms. */
  | { readonly why: 'replaced'; readonly since?: number }
  /** The screen is being recorded. */
  | { readonly why: 'recording' }
  /** Neither clock of the phone can be relied on until the server was asked. */
  | { readonly why: 'clock' }
  | { readonly why: 'expired' }
  | { readonly why: 'no-randomness' }
  | { readonly why: 'refused'; readonly problem: ApiProblem };

export interface LiveState {
  /** Absent while it is being prepared, and while the page is not looked at. */
  readonly code?: Extract<CodeView, { kind: 'code' | 'waiting' }>;
  readonly obstacle?: Obstacle;
  /** The server's time, epoch ms. */
  readonly now?: number;
  /** Whether the time is vouched for; if not, a counter may refuse the code. */
  readonly timeIsSure: boolean;
  readonly online: boolean;
  /** The server has said something about the permit or the person that the page should read again. */
  readonly outdated: boolean;
  /** When the credential ends, epoch ms: until then codes can be shown without a network. */
  readonly until?: number;
  /** A scan of this showing that the person has not put away. */
  readonly scan?: Scan;
  /** A scan that was refused while the one before it, accepted, is still compared: the code was used by somebody else. */
  readonly afterScan?: Scan;
  /** The last capture that was seen in this showing. */
  readonly captured?: Capture;
}

export const INITIAL_STATE: LiveState = { timeIsSure: true, online: true, outdated: false };
