/** Keeps files out of the database. Whatever is put is encrypted under its own key name before it leaves the process. */
export abstract class Storage {
  /** Keeps `bytes` under `key` (path of `[a-z0-9/-]`), whole or not at all; an older value is replaced. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;

  /** @returns the bytes, or nothing when there are none under that key */
  abstract get(key: string): Promise<Buffer | undefined>;

  /** Removes the value; nothing happens when there is none. */
  abstract delete(key: string): Promise<void>;
}

const KEY = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** @throws on a key that could leave its folder: keys are made by us, never by a person */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('storage keys consist of [a-z0-9-] parts');
  return key;
}

export const cipherContext = (key: string) => ({ field: 'storage', owner: key });
