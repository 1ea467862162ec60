import { randomBytes } from 'node:crypto';
import { LAST_KID, newKey, type KeptKey } from './key-file';
import type { KeyFolder } from './key-folder';
import { ANNOUNCED_FOR_MS, timesOf } from './key-times';

export type RotationRefusal =
  | { readonly why: 'no-keys' | 'kids-used-up' | 'somebody-else-rotated' }
  /** A rotation is on its way already. */
  | { readonly why: 'announced'; readonly kid: number; readonly signsFrom: number };

export type Rotation =
  | { readonly done: true; readonly key: KeptKey; /** Kids that are no longer trusted from now on. */ readonly withdrawn: readonly number[] }
  | ({ readonly done: false } & RotationRefusal);

/**
 * Adds the next key: announced now, it signs 25 hours later, and the old one is accepted until all that it signed is over.
 * @param atOnce the old keys are in wrong hands: the new one signs now, and all others are withdrawn
 * @throws what the file system says; then nothing has changed
 */
export function rotate(folder: KeyFolder, now: number, atOnce: boolean): Rotation {
  const keys = folder.read();
  folder.sweep(now);
  const times = timesOf(keys, now);
  const kid = Math.max(0, ...keys.map((key) => key.kid)) + 1;
  const announced = times.find(({ standing }) => standing === 'announced')?.key;
  if (keys.length === 0) return { done: false, why: 'no-keys' };
  if (announced && !atOnce) return { done: false, why: 'announced', kid: announced.kid, signsFrom: announced.signsFrom };
  if (kid > LAST_KID) return { done: false, why: 'kids-used-up' };
  const withdrawn = atOnce ? keys.map((key) => key.kid) : [];
  const key = newKey({ kid, secretKey: new Uint8Array(randomBytes(32)), signsFrom: atOnce ? now : now + ANNOUNCED_FOR_MS, withdraws: withdrawn });
  if (!folder.add(key)) return { done: false, why: 'somebody-else-rotated' };
  const over = times.filter(({ standing }) => atOnce || standing === 'retired' || standing === 'withdrawn');
  for (const { key: old } of over) if (old.secretKey) folder.wipe(old);
  return { done: true, key, withdrawn };
}
