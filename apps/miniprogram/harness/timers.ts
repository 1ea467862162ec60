type Run = (...args: unknown[]) => void;

/** Timers of one mini-program, which all end with it: a phone that is put away runs none, and starts none. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();
  private ended = false;

  readonly setTimeout = (run: Run, ms?: number, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      run(...args);
    }, ms);
    return this.keep(timer);
  };

  readonly setInterval = (run: Run, ms?: number, ...args: unknown[]): NodeJS.Timeout => this.keep(setInterval(run, ms, ...args));

  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    this.running.delete(timer);
  };

  endAll(): void {
    this.ended = true;
    this.running.forEach(this.clear);
  }

  /** An answer that was on its way when the phone was put away may still ask for a timer. */
  private keep(timer: NodeJS.Timeout): NodeJS.Timeout {
    if (this.ended) clearTimeout(timer);
    else this.running.add(timer);
    return timer;
  }
}
