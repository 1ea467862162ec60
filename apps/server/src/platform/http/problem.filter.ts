import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Faults } from './faults';
import { sendProblem } from './problem';

/** Answers what Nest or Fastify threw outside an endpoint: a body that is no JSON, a path that nothing serves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly faults: Faults) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.faults.refusalOf(thrown, request);
    if (!reply.sent) sendProblem(reply, refusal, request.id);
  }
}
