/** A bounded memory: the half of `most` names used last are certainly there, and never more than `most`. */
export interface RecentlyUsed<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

/**
 * Keeps two generations instead of an order of use: a full one becomes the old one, and what is asked for in the
 * old one moves to the new. To move an entry to the end of a `Map` at each use would cost as much as all the rest
 * of a verification but its signature.
 *
 * @param most at least 2
 */
export function recentlyUsed<T>(most: number): RecentlyUsed<T> {
  const generation = Math.max(1, Math.floor(most / 2));
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const set = (name: string, value: T): void => {
    if (young.size >= generation && !young.has(name)) [old, young] = [young, new Map()];
    young.set(name, value);
  };
  return {
    get(name) {
      const value = young.get(name);
      if (value !== undefined) return value;
      const older = old.get(name);
      if (older !== undefined) set(name, older);
      return older;
    },
    set,
  };
}
