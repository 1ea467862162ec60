import { Logger } from '@nestjs/common';
import { circuitBreaker, ConsecutiveBreaker, ExponentialBackoff, handleAll, handleType, retry, wrap, type IPolicy } from 'cockatiel';
import { ok, refuse, type Result } from '@yuezheng/shared-types';

export interface OutsideRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Headers, or how to make them anew for each attempt (signatures with a nonce). */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  readonly body?: string;
  /** Whether asking again does no harm: such a request is tried again after a fault. */
  readonly repeatable: boolean;
}

export interface OutsideAnswer {
  readonly status: number;
  /** Parsed JSON; undefined where the body is none. */
  readonly json: unknown;
}

export interface OutsideLimits {
  readonly timeoutMs: number;
  readonly retries: number;
  /** Faults in a row after which the system is left alone. */
  readonly breakAfter: number;
  readonly breakForMs: number;
}

const DEFAULT_LIMITS: OutsideLimits = { timeoutMs: 5000, retries: 2, breakAfter: 8, breakForMs: 5000 };

/** A fault of the other system: no connection, no answer in time, or a 5xx. */
class OutsideFault extends Error {}

/**
 * The way to one outside system: time limit, retry of what may be repeated, circuit breaker.
 * Logs name the system, path and duration; never a query string, header or body, because secrets and people travel there.
 */
export class OutsideHttp {
  private readonly log = new Logger('outside');
  private readonly once: IPolicy;
  private readonly repeatedly: IPolicy;
  private readonly limits: OutsideLimits;

  constructor(
    /** Name for the logs, such as `exchange`. */
    private readonly system: string,
    limits: Partial<OutsideLimits> = {},
  ) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    const { breakAfter, breakForMs, retries } = this.limits;
    this.once = circuitBreaker(handleAll, { halfOpenAfter: breakForMs, breaker: new ConsecutiveBreaker(breakAfter) });
    this.repeatedly = wrap(retry(handleType(OutsideFault), { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }) }), this.once);
  }

  /** @returns the answer (2xx to 4xx), or `outside-system-down` */
  async send(request: OutsideRequest): Promise<Result<OutsideAnswer>> {
    try {
      const policy = request.repeatable ? this.repeatedly : this.once;
      return ok(await policy.execute(() => this.attempt(request)));
    } catch (error) {
      if (!(error instanceof OutsideFault)) this.log.warn({ system: this.system, err: nameOf(error) }, 'left alone for a while');
      return refuse('outside-system-down');
    }
  }

  private async attempt({ method, url, headers, body }: OutsideRequest): Promise<OutsideAnswer> {
    const started = performance.now();
    const about = { system: this.system, path: new URL(url).pathname };
    try {
      const response = await fetch(url, { method, headers: typeof headers === 'function' ? headers() : headers, body, signal: AbortSignal.timeout(this.limits.timeoutMs), redirect: 'error' });
      const text = await response.text();
      if (response.status >= 500) throw new OutsideFault(`status ${response.status}`);
      return { status: response.status, json: parseJson(text) };
    } catch (error) {
      this.log.warn({ ...about, ms: Math.round(performance.now() - started), fault: error instanceof OutsideFault ? error.message : nameOf(error) }, 'outside system failed');
      throw error instanceof OutsideFault ? error : new OutsideFault(nameOf(error));
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
