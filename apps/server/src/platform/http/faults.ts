import { HttpException, Injectable, Logger } from '@nestjs/common';
import { isBulkheadRejectedError } from 'cockatiel';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode, Refusal } from '@yuezheng/shared-types';
import { withoutValues } from '../logging/without-values';

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

/** The HTTP status that Nest or Fastify gave to an error which the client caused; 429 where too many wait for the same work. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (isBulkheadRejectedError(thrown)) return 429;
  const given = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof given === 'number' && given >= 400 ? given : undefined;
}
