type Run = (...args: unknown[]) => void;

/** Timers of one mini-program, which all end with it: a phone that is put away runs none. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  readonly setTimeout = (run: Run, ms?: number, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      run(...args);
    }, ms);
    this.running.add(timer);
    return timer;
  };

  readonly setInterval = (run: Run, ms?: number, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setInterval(run, ms, ...args);
    this.running.add(timer);
    return timer;
  };

  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    this.running.delete(timer);
  };

  endAll(): void {
    this.running.forEach(this.clear);
  }
}
