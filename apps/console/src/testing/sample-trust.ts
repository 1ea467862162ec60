import { zlibSync } from 'fflate';
import {
  ALG_EDDSA,
  encodeKeySet,
  issueCredential,
  nobleContext as ctx,
  packStatuses,
  present,
  RESIDENCE_PERMIT,
  signStatusList,
  type ClockReading,
  type KeyPair,
} from '@yuezheng/live-pass';
import type { StoredTrust } from '../counter/offline/counter-db';
import { openTrust, type Trust } from '../counter/offline/trust-opening';

/** The moment of the specs: 2026-11-22 09:41 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 1, 41);
export const HOUR = 3_600_000;

const pair = (fill: number): KeyPair => ctx.generateKeyPair(ALG_EDDSA, new Uint8Array(32).fill(fill));
const holder = pair(3);
export const issuer = pair(1);
export const stranger = pair(2);

/** A result that a spec knows to be good. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** A code for the permit at this index of the status list, shown at `at`. */
export function codeFor(statusIndex: number, at: number, signer = issuer): string {
  const request = {
    permitType: RESIDENCE_PERMIT,
    maskedName: '林**',
    permitValidUntil: '2026-12-20',
    statusIndex,
    holderKey: holder,
    now: at,
  };
  const { bytes } = must(
    issueCredential(request, { kid: 7, alg: ALG_EDDSA, secretKey: signer.secretKey }, ctx),
  );
  return must(present({ credential: bytes, holderKey: holder, now: at, ctx })).code;
}

/** Both clocks of a computer that runs right, at `at` of the server's time. */
export const reading = (at: number): ClockReading => ({ wall: at, monotonic: at - NOW + 5_000, run: 'this' });

interface Published {
  readonly issuedAt?: number;
  readonly expiresAt?: number;
  readonly subject?: string;
  readonly signer?: KeyPair;
  /** Whose key is published. */
  readonly keyOf?: KeyPair;
}

/** Keys and statuses as the server publishes them: permit 1 is suspended and 2 is cancelled. */
export function published({
  issuedAt = NOW - 60_000,
  expiresAt = NOW + HOUR,
  subject = 'test',
  signer = issuer,
  keyOf = signer,
}: Published = {}): StoredTrust {
  const packed = packStatuses(100, [
    [1, 'suspended'],
    [2, 'cancelled'],
  ]);
  const key = { kid: 7, alg: ALG_EDDSA, secretKey: signer.secretKey };
  return {
    keySet: base64url(must(encodeKeySet(new Map([[7, keyOf]])))),
    statusList: must(signStatusList({ subject, issuedAt, expiresAt, packed }, key, ctx, zlibSync)),
    clock: { serverTime: NOW, reading: reading(NOW) },
  };
}

/** The same, opened. */
export function openedTrust(what: Published = {}): Trust {
  const opened = openTrust(published(what));
  if (opened === undefined) throw new Error('the published trust does not open');
  return opened;
}
