import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { isApiRoute } from '../http/api-route';

/** Logs each API request by its route's pattern, status and duration. Paths, headers, queries and bodies are never written. */
export function accessLog(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    if (isApiRoute(request)) {
      const line = { requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
      if (reply.statusCode < 500) log.info(line, 'request');
      else log.error(line, 'request');
    }
    done();
  });
}
