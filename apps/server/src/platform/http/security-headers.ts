import type { FastifyInstance } from 'fastify';

/** Headers of every answer: no sniffing, no framing by others, no referrer with ids in it, camera for our own pages only. */
export function securityHeaders(server: FastifyInstance, production: boolean): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': request.id,
    });
    if (production) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    done();
  });
}
