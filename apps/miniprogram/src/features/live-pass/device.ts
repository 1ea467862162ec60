import { ALG_EDDSA, fromHex, nobleContext, toHex, type KeyPair } from '@yuezheng/live-pass';
import { randomBytes, randomUuid, readStored, store } from '../../platform';

/** This installation and its key, which never leaves the phone. */
export interface Device {
  readonly id: string;
  readonly key: KeyPair;
}

interface Stored {
  readonly id: string;
  readonly seed: string;
}

const KEY = 'device';
const SEED_BYTES = 32;

const readDevice = (stored: unknown): Stored | undefined => {
  const { id, seed } = (stored ?? {}) as Partial<Stored>;
  return typeof id === 'string' && typeof seed === 'string' && fromHex(seed)?.length === SEED_BYTES ? { id, seed } : undefined;
};

let known: Promise<Device | undefined> | undefined;

/**
 * The device, made at the first asking.
 *
 * @returns `undefined` when the phone has no source of randomness or no room: then there is nothing to show with
 */
export function thisDevice(): Promise<Device | undefined> {
  known ??= load().then((device) => {
    if (device === undefined) known = undefined;
    return device;
  });
  return known;
}

async function load(): Promise<Device | undefined> {
  const stored = readStored(KEY, readDevice) ?? (await make());
  const seed = stored && fromHex(stored.seed);
  return stored && seed && { id: stored.id, key: nobleContext.generateKeyPair(ALG_EDDSA, seed) };
}

async function make(): Promise<Stored | undefined> {
  try {
    const made = { id: await randomUuid(), seed: toHex(await randomBytes(SEED_BYTES)) };
    return store(KEY, made) ? made : undefined;
  } catch {
    return undefined;
  }
}
