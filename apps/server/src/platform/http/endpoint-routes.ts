import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal, Result, Route } from '@yuezheng/shared-types';
import { Config } from '../../config/config';
import { asResult, assertContract, assertDeclared, jsonOf, sendBinary, sendJson } from './answer';
import { Authentication } from './authentication';
import { needsIdempotencyKey, ROUTE, type Binary } from './endpoint';
import { Faults } from './faults';
import { argumentReader } from './handler-argument';
import { Idempotency } from './idempotency';
import { sendProblem } from './problem';
import { readUpload } from './upload';
import { validate } from './validate';

/** An `@Endpoint` method of a controller, bound to it. */
type Handler = (request: FastifyRequest) => unknown;

/**
 * Puts every `@Endpoint` on Fastify. A request goes through log-in, contract, file, idempotency and handler in one plain
 * asynchronous function: Nest's guards, interceptors and their observables cost more than all of it (see `npm run bench`).
 */
@Injectable()
export class EndpointRoutes {
  private readonly scanner = new MetadataScanner();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly authentication: Authentication,
    private readonly idempotency: Idempotency,
    private readonly faults: Faults,
    private readonly config: Config,
  ) {}

  /** @param prefix of all paths, such as `/api` */
  addTo(server: FastifyInstance, prefix: string): void {
    for (const { instance } of this.discovery.getControllers()) this.addController(server, prefix, instance as object);
  }

  private addController(server: FastifyInstance, prefix: string, controller: object): void {
    const prototype = Object.getPrototypeOf(controller) as Readonly<Record<string, (...args: unknown[]) => unknown>>;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      const route = method && (Reflect.getMetadata(ROUTE, method) as Route | undefined);
      if (!method || !route) continue;
      const readArguments = argumentReader(method);
      const handler: Handler = (request) => method.apply(controller, readArguments(request));
      server.route({ method: route.method, url: `${prefix}${route.path}`, handler: (request, reply) => this.serve(route, handler, request, reply) });
    }
  }

  private async serve(route: Route, handler: Handler, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    try {
      const refusal = (await this.prepare(route, request)) ?? (await this.answer(route, handler, request, reply));
      if (refusal && this.config.checksAnswers) assertDeclared(route, refusal.code);
      if (refusal) sendProblem(reply, refusal, request.id);
    } catch (thrown) {
      const refusal = this.faults.refusalOf(thrown, request);
      if (!reply.sent) sendProblem(reply, refusal, request.id);
    }
    return reply;
  }

  /** Puts caller, input and file on the request; or says what is wrong with them. */
  private async prepare(route: Route, request: FastifyRequest): Promise<Refusal | undefined> {
    const caller = await this.authentication.callerOf(route, request);
    if (!caller.ok) return caller.refusal;
    request.caller = caller.value;
    const parsed = validate(route, request);
    if (!parsed.ok) return parsed.refusal;
    request.parsedInput = parsed.value;
    if (route.body !== 'multipart') return undefined;
    const file = await readUpload(request);
    if (!file.ok) return file.refusal;
    request.uploadedFile = file.value;
    return undefined;
  }

  /** Runs the handler and sends what it answers, or says why not. */
  private async answer(route: Route, handler: Handler, request: FastifyRequest, reply: FastifyReply): Promise<Refusal | undefined> {
    if (route.response === 'binary') {
      const answer = asResult(await handler(request));
      if (!answer.ok) return answer.refusal;
      sendBinary(reply, answer.value as Binary);
      return undefined;
    }
    const handle = (): Promise<Result<string>> => this.json(route, handler, request);
    const answer = needsIdempotencyKey(route) ? await this.idempotency.run(route, request, handle) : await handle();
    if (!answer.ok) return answer.refusal;
    sendJson(reply, route, answer.value);
    return undefined;
  }

  private async json(route: Route, handler: Handler, request: FastifyRequest): Promise<Result<string>> {
    const json = jsonOf(asResult(await handler(request)));
    if (json.ok && this.config.checksAnswers) assertContract(route, json.value);
    return json;
  }
}
