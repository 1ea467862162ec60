import { isDeepStrictEqual } from 'node:util';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { z } from 'zod';
import { ok, refuse, type Result, type Route } from '@yuezheng/shared-types';
import { Config } from '../../config/config';
import { ROUTE, needsIdempotencyKey, type Binary } from './endpoint';
import { Idempotency } from './idempotency';
import { Refused } from './problem';
import { readUpload } from './upload';
import { validate } from './validate';

/** Everything between the log-in check and the handler, and between the handler and the wire. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    return route ? from(this.serve(route, context, next)) : next.handle();
  }

  private async serve(route: Route, context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const answer = await this.answer(route, request, next);
    if (!answer.ok) throw new Refused(answer.refusal);
    if (route.response === 'binary') return sendBinary(reply, answer.value as Binary);
    if (this.config.checksAnswers) assertContract(route, answer.value);
    void reply.header('cache-control', route.auth === 'public' ? 'no-cache' : 'private, no-store');
    return answer.value;
  }

  private async answer(route: Route, request: FastifyRequest, next: CallHandler): Promise<Result<unknown>> {
    const parsed = validate(route, { params: request.params, query: request.query, body: request.body });
    if (!parsed.ok) return parsed;
    request.parsedInput = parsed.value;
    if (route.body === 'multipart') {
      const file = await readUpload(request);
      if (!file.ok) return file;
      request.uploadedFile = file.value;
    }
    const handle = async (): Promise<Result<unknown>> => asResult(await lastValueFrom(next.handle(), { defaultValue: undefined }));
    return needsIdempotencyKey(route) ? this.idempotency.run(route, request, handle) : handle();
  }
}

function asResult(answer: unknown): Result<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return ok(answer);
  if (answer.ok === true && 'value' in answer) return ok(answer.value);
  if (answer.ok === false && 'refusal' in answer) return answer as Result<never>;
  return refuse('internal');
}

function sendBinary(reply: FastifyReply, { bytes, mime, cacheControl }: Binary): Buffer {
  void reply.header('content-type', mime).header('cache-control', cacheControl ?? 'private, no-store').header('content-disposition', 'inline');
  return bytes;
}

/** @throws when an answer is not exactly what the contract says, extra properties included */
function assertContract(route: Route, value: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(value));
  const parsed = z.core.safeParse(route.response as z.core.$ZodType, sent);
  if (!parsed.success) throw new Error(`answer of ${route.method} ${route.path} breaks its contract: ${JSON.stringify(parsed.error.issues)}`);
  if (!isDeepStrictEqual(parsed.data, sent)) throw new Error(`answer of ${route.method} ${route.path} holds more than its contract`);
}
