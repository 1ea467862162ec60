import Taro from '@tarojs/taro';

const PREFIX = 'yz:';

/**
 * Reads what was kept under a name.
 *
 * @param name without prefix
 * @param parse turns the stored JSON into a value, or gives `undefined` for something it does not know
 * @returns `undefined` when nothing is there, or when it cannot be read
 */
export function readStored<T>(name: string, parse: (stored: unknown) => T | undefined): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + name);
    return typeof text === 'string' && text !== '' ? parse(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a JSON value on this phone. Gives `false` when the phone has no room left. */
export function store(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under a name. */
export function forget(name: string): void {
  try {
    Taro.removeStorageSync(PREFIX + name);
  } catch {
    // A storage that cannot be written to is treated as empty by readStored.
  }
}
