/** As many statements at once as a small database has processors for; more only compete. */
const AT_ONCE = 2;
const MOST_TOGETHER = 64;
/** A batch that takes this long waits for a lock: those who come after it must not wait for it too. */
const STUCK_AFTER_MS = 250;
/** And so many may be stuck at most: the pool has other work to do. */
const MOST_ON_THE_WAY = 8;

interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Carries out many small calls in few statements: what arrives in one turn of the event loop, or while earlier batches
 * are on their way, goes together. A call alone waits for nothing. In a rush the cost of a round trip and of a commit is
 * shared by all who came at once, so the database does less the more there is to do.
 */
export class Batches<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private running = 0;
  private onTheWay = 0;
  private isPlanned = false;

  /**
   * @param run answers in the order of the items; where it rejects, the items are tried again in halves, so that a bad one
   * fails nobody but itself
   * @param keyOf items of one key never go into the same batch
   */
  constructor(
    private readonly run: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly keyOf?: (item: In) => string,
  ) {}

  /** Carries out one call. */
  do(item: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.plan();
    });
  }

  private plan(): void {
    if (this.isPlanned || this.waiting.length === 0 || this.running >= AT_ONCE || this.onTheWay >= MOST_ON_THE_WAY) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      this.start(this.take());
      this.plan();
    });
  }

  private start(batch: readonly Waiting<In, Out>[]): void {
    this.running += 1;
    this.onTheWay += 1;
    let counts = true;
    const makeRoom = (): void => {
      if (!counts) return;
      counts = false;
      this.running -= 1;
      this.plan();
    };
    const stuck = setTimeout(makeRoom, STUCK_AFTER_MS);
    void this.carryOut(batch).finally(() => {
      clearTimeout(stuck);
      this.onTheWay -= 1;
      makeRoom();
      this.plan();
    });
  }

  private take(): Waiting<In, Out>[] {
    const batch: Waiting<In, Out>[] = [];
    const left: Waiting<In, Out>[] = [];
    const keys = new Set<string>();
    for (const call of this.waiting) {
      const key = this.keyOf?.(call.item);
      if (batch.length === MOST_TOGETHER || (key !== undefined && keys.has(key))) {
        left.push(call);
        continue;
      }
      if (key !== undefined) keys.add(key);
      batch.push(call);
    }
    this.waiting = left;
    return batch;
  }

  private async carryOut(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const answers = await this.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      if (batch.length === 1) batch.forEach(({ reject }) => reject(error));
      else await Promise.all([batch.slice(0, batch.length >> 1), batch.slice(batch.length >> 1)].map((half) => this.carryOut(half)));
    }
  }
}
