import { z } from 'zod';
import { Clock } from './clock';

const Answer = z.object({ offsetMs: z.number() });
const POLL_MS = 1000;

/** The machine's clock plus the offset that a developer set in the sandbox, asked for every second. */
export class SandboxClock extends Clock {
  private offsetMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sandboxUrl: string) {
    super();
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Asks once, then every second until `stop`. */
  async start(): Promise<void> {
    await this.poll();
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    this.timer = setTimeout(() => void this.poll().then(() => this.timer && this.schedule()), POLL_MS);
    this.timer.unref();
  }

  private async poll(): Promise<void> {
    const offset = await this.ask();
    if (offset === undefined || offset === this.offsetMs) return;
    this.offsetMs = offset;
    this.tellMoved();
  }

  private async ask(): Promise<number | undefined> {
    try {
      const response = await fetch(`${this.sandboxUrl}/clock`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(POLL_MS) });
      return Answer.parse(await response.json()).offsetMs;
    } catch {
      // The last known offset holds while the sandbox starts again.
      return undefined;
    }
  }
}
