import type { FastifyInstance } from 'fastify';
import { sha256 } from '../crypto/keyed-hash';
import { bearerToken } from './authentication';
import { isApiRoute } from './api-route';
import { networkOf } from './network-of';
import { sendProblem } from './problem';

const WINDOW_MS = 60_000;

export interface RateLimits {
  /** Requests a minute; 0 sets no limit. */
  readonly perIp: number;
  readonly perSession: number;
}

/** Counts of one fixed minute. */
export class FixedWindow {
  private counts = new Map<string, number>();
  private startedAt = 0;

  constructor(private readonly limit: number) {}

  /** Whether `key` may still make a request at `now` (milliseconds). */
  allows(key: string, now: number): boolean {
    if (this.limit === 0) return true;
    if (now - this.startedAt >= WINDOW_MS) {
      this.counts = new Map();
      this.startedAt = now;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.limit;
  }
}

/** Refuses API requests beyond the limits of their address and of their session; health checks always pass. */
export function throttle(server: FastifyInstance, limits: RateLimits): void {
  const byIp = new FixedWindow(limits.perIp);
  const bySession = new FixedWindow(limits.perSession);
  server.addHook('onRequest', (request, reply, done) => {
    if (!isApiRoute(request)) return done();
    const now = performance.now();
    const token = bearerToken(request);
    const allowed = byIp.allows(networkOf(request.ip), now) && (!token || bySession.allows(sha256(token).toString('base64'), now));
    if (allowed) return done();
    // Answered here: without `done` the request goes no further.
    sendProblem(reply, { code: 'too-many-requests' }, request.id);
  });
}
