import type { FastifyRequest } from 'fastify';

/**
 * Whether a request is for the API, as the router understood it: an address can be spelled in many ways. What no route
 * takes counts as such; files of the pages and health checks do not.
 */
export function isApiRoute({ routeOptions: { url } }: FastifyRequest): boolean {
  return url === undefined || (url.startsWith('/api/') && !url.startsWith('/api/health'));
}
