/** Runs something later; gives what calls it off. */
export type After = (ms: number, run: () => void) => () => void;

/** One timer for each name: setting it again replaces the one before. */
export interface NamedTimers<Name extends string> {
  set(name: Name, ms: number, run: () => void): void;
  isSet(name: Name): boolean;
  callOff(name: Name): void;
  callOffAll(): void;
}

export function createTimers<Name extends string>(after: After): NamedTimers<Name> {
  const running = new Map<Name, () => void>();
  const callOff = (name: Name): void => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    set(name, ms, run) {
      callOff(name);
      const stop = after(ms, () => {
        running.delete(name);
        run();
      });
      running.set(name, stop);
    },
    isSet: (name) => running.has(name),
    callOff,
    callOffAll: () => [...running.keys()].forEach(callOff),
  };
}
