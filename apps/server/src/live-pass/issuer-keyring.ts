import type { IssuerKey, IssuerKeys } from '@yuezheng/live-pass';

/**
 * The issuer's keys. Rotation: a new key is published first, signs when verifiers have had a day to fetch it, and the
 * old one stays published until the last credential and the last status list that it signed are over.
 */
export abstract class IssuerKeyring {
  /** The key that signs now. */
  abstract readonly current: IssuerKey;
  /** Every key that verifiers should accept now. */
  abstract readonly published: IssuerKeys;
  /** Every key that verifiers accepted at a moment (epoch ms); one that was withdrawn since then, never. */
  abstract publishedAt(moment: number): IssuerKeys;
  /** Calls whenever the keys were looked at anew, be they the same or others. */
  abstract onRead(listener: () => void): void;
}
