import type { FastifyRequest } from 'fastify';
import type { Sandbox } from '../context';

const DEFAULT_APP_URL = 'http://localhost:8080';

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim() || undefined;
};

/** Where the mini-program's H5 lives: as configured, else the host that a proxy says the browser asked for. */
const appUrlFor = ({ appUrl }: Sandbox, request: FastifyRequest): string => {
  if (appUrl !== undefined) return appUrl;
  const host = headerOf(request, 'x-forwarded-host');
  return host === undefined
    ? DEFAULT_APP_URL
    : `${headerOf(request, 'x-forwarded-proto') ?? 'http'}://${host}`;
};

/** The address that opens a page of the mini-program's H5 as the owner of the log-in code; '' opens the home page. */
export const appAddress = (sandbox: Sandbox, request: FastifyRequest, code: string, page: string): string =>
  `${appUrlFor(sandbox, request)}/?wxcode=${code}#/${page === '' ? 'pages/home/index' : page}`;
