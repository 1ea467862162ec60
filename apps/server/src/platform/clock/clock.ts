import { shanghaiDay, type LocalDate } from '@yuezheng/shared-types';

type Listener = () => void;

/** The server's only source of time. Nothing else may read the machine's clock for a rule, a limit or a record. */
export abstract class Clock {
  private readonly listeners = new Set<Listener>();

  /** Milliseconds since 1970. */
  abstract now(): number;

  /** Today in Asia/Shanghai. */
  today(): LocalDate {
    return shanghaiDay(this.now());
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Calls `listener` when somebody moved the time by hand (sandbox, tests), so that daily work need not wait for its hour. */
  onMoved(listener: Listener): void {
    this.listeners.add(listener);
  }

  protected tellMoved(): void {
    for (const listener of this.listeners) listener();
  }
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** A clock that stands still until it is moved: for tests. */
export class FixedClock extends Clock {
  constructor(private moment: number) {
    super();
  }

  now(): number {
    return this.moment;
  }

  moveTo(moment: number): void {
    this.moment = moment;
    this.tellMoved();
  }

  advance(milliseconds: number): void {
    this.moveTo(this.moment + milliseconds);
  }
}
