import type { IssuerKey, IssuerKeys } from '@yuezheng/live-pass';

/**
 * The issuer's keys. Rotation: a new key is published first, signs when verifiers have had a day to fetch it, and the
 * old one stays published until the last credential that it signed is over (a day).
 */
export abstract class IssuerKeyring {
  /** The key that signs now. */
  abstract readonly current: IssuerKey;
  /** Every key that verifiers should accept. */
  abstract readonly published: IssuerKeys;
}
