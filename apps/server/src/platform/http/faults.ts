import { HttpException, Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode, Refusal } from '@yuezheng/shared-types';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'not-logged-in', 403: 'forbidden', 404: 'not-found', 405: 'not-found', 413: 'body-too-large', 429: 'too-many-requests',
};

/** Judges what was thrown. Only our own faults become `internal`, and only they are logged. */
@Injectable()
export class Faults {
  private readonly log = new Logger('http');

  refusalOf(thrown: unknown, request: FastifyRequest): Refusal {
    const status = statusOf(thrown);
    if (status !== undefined && status < 500) return { code: CODE_BY_STATUS[status] ?? 'invalid-request' };
    this.log.error({ err: withoutValues(thrown), requestId: request.id, route: request.routeOptions.url }, 'unexpected fault');
    return { code: 'internal' };
  }
}

/** The HTTP status that Nest or Fastify gave to an error which the client caused. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const given = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof given === 'number' && given >= 400 ? given : undefined;
}

/** Database errors carry the statement's parameters and details, which are personal data. */
function withoutValues(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  const constraint = 'constraint' in thrown ? String(thrown.constraint) : undefined;
  const databaseFault = 'query' in thrown || 'severity' in thrown;
  return { type: thrown.name, message: databaseFault ? 'database error' : thrown.message, code, constraint, stack: thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
