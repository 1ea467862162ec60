import type { FastifyInstance } from 'fastify';
import { sha256 } from '../crypto/keyed-hash';
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

/** Refuses API requests beyond the limits of their IP and of their session; health checks always pass. */
export function throttle(server: FastifyInstance, limits: RateLimits): void {
  const byIp = new FixedWindow(limits.perIp);
  const bySession = new FixedWindow(limits.perSession);
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/') || request.url.startsWith('/api/health')) return done();
    const now = performance.now();
    const token = request.headers.authorization;
    const allowed = byIp.allows(request.ip, now) && (!token || bySession.allows(sha256(token).toString('base64'), now));
    if (allowed) return done();
    // Answered here: without `done` the request goes no further.
    sendProblem(reply.header('retry-after', '60'), { code: 'too-many-requests' }, request.id);
  });
}
