import type { Challenge, RefusalReason, Verdict, VerifiedHolder } from '@yuezheng/shared-types';

/** A verdict as the panel draws it: the server's, or this counter's own, which has no challenge, no portrait and no id. */
export type ShownVerdict =
  | {
      readonly kind: 'accepted';
      /** Names the verification at the server; its photo is asked for by it. */
      readonly verificationId?: string;
      readonly assurance: 'online' | 'offline';
      /** RFC 3339. */
      readonly at: string;
      readonly statusAsOf: string;
      readonly holder: VerifiedHolder;
      readonly challenge?: Challenge;
      readonly tookMs: number;
    }
  | {
      readonly kind: 'refused';
      readonly assurance: 'online' | 'offline';
      readonly at: string;
      readonly reason: RefusalReason;
      readonly headline: string;
      readonly steps: readonly string[];
      readonly note?: string;
      readonly tookMs: number;
    };

/** The server's verdict, with the time as the clerk felt it. */
export const shownOnline = (verdict: Verdict, tookMs: number): ShownVerdict =>
  verdict.kind === 'accepted' ? { ...verdict, tookMs } : { ...verdict, assurance: 'online', tookMs };
