import type { IssuerKey, IssuerKeys } from '@yuezheng/live-pass';
import type { KeptKey } from './key-file';

const DAY_MS = 86_400_000;
/** Counters fetch the keys at least daily: their status list lives no longer. An hour more until all servers publish the key. */
export const ANNOUNCED_FOR_MS = DAY_MS + 3_600_000;
/** The last credential and the last status list that a key signed are over after a day; another one for clocks that are slow. */
const KEPT_FOR_MS = 2 * DAY_MS;

export type Standing = 'announced' | 'signing' | 'published' | 'retired' | 'withdrawn';

/** How a key stands at a moment. Times in epoch ms. */
export interface KeyTimes {
  readonly key: KeptKey;
  readonly standing: Standing;
  /** When the next one signs in its place. */
  readonly signsUntil: number;
  /** From when on verifiers no longer accept it. */
  readonly retiredFrom: number;
}

/**
 * The standing of each key follows from all keys together: one signs until the next one does. So a rotation is the
 * appearance of one file, and there is no state between. In the order in which they sign.
 */
export function timesOf(keys: readonly KeptKey[], now: number): KeyTimes[] {
  const withdrawn = new Set(keys.flatMap(({ withdraws }) => withdraws));
  const inOrder = [...keys].sort((a, b) => a.signsFrom - b.signsFrom || a.kid - b.kid);
  const trusted = inOrder.filter(({ kid }) => !withdrawn.has(kid));
  const signer = signerOf(trusted, now);
  return inOrder.map((key): KeyTimes => {
    if (withdrawn.has(key.kid)) return { key, standing: 'withdrawn', signsUntil: 0, retiredFrom: 0 };
    // What signs is published, even beside a later key of which only the public half is here.
    const signsUntil = key === signer ? (trusted.find((next) => next.secretKey && next.signsFrom > now)?.signsFrom ?? Infinity) : (trusted[trusted.indexOf(key) + 1]?.signsFrom ?? Infinity);
    const retiredFrom = signsUntil + KEPT_FOR_MS;
    return { key, signsUntil, retiredFrom, standing: key === signer ? 'signing' : standingOf(key, retiredFrom, now) };
  });
}

/** What verifiers accepted at a moment; what was withdrawn since then never. */
export function publishedAt(keys: readonly KeptKey[], moment: number): IssuerKeys {
  const times = timesOf(keys, moment).filter(({ standing, retiredFrom }) => standing !== 'withdrawn' && moment < retiredFrom);
  return new Map(times.map(({ key: { kid, algorithm, publicKey } }) => [kid, { alg: algorithm, publicKey }]));
}

/** The key that signs at a moment; nothing when no key may. */
export function signingAt(keys: readonly KeptKey[], now: number): IssuerKey | undefined {
  const key = timesOf(keys, now).find(({ standing }) => standing === 'signing')?.key;
  return key?.secretKey && { kid: key.kid, alg: key.algorithm, secretKey: key.secretKey };
}

/** The last one whose time has come. Before the first one's time (a clock that was set back) the first one. */
function signerOf(trusted: readonly KeptKey[], now: number): KeptKey | undefined {
  const able = trusted.filter(({ secretKey }) => secretKey);
  return able.filter(({ signsFrom }) => signsFrom <= now).at(-1) ?? able[0];
}

function standingOf({ signsFrom }: KeptKey, retiredFrom: number, now: number): Standing {
  if (signsFrom > now) return 'announced';
  return now < retiredFrom ? 'published' : 'retired';
}
