import type { FastifyRequest } from 'fastify';

/** One value of the query string; of a repeated name the first, and '' when it is absent. */
export const queryValue = (request: FastifyRequest, name: string): string => {
  const value = (request.query as Record<string, string | string[] | undefined>)[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** One named part of the path. */
export const pathValue = (request: FastifyRequest, name: string): string =>
  (request.params as Record<string, string | undefined>)[name] ?? '';

/** Whether a browser asks for a page rather than a program for data. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('text/html');
