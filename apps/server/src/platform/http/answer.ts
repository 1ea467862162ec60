import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ok, refuse, type ErrorCode, type Result, type Route } from '@yuezheng/shared-types';
import { declaredErrors } from './declared-errors';
import type { Binary } from './endpoint';

/** What a handler returned, as a result: handlers may return the bare value. */
export function asResult(answer: unknown): Result<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return ok(answer);
  if (answer.ok === true && 'value' in answer) return ok(answer.value);
  if (answer.ok === false && 'refusal' in answer) return answer as Result<never>;
  return refuse('internal');
}

/** The JSON of an answer: written once, whether it is sent, stored for a repetition, or both. */
export const jsonOf = (answer: Result<unknown>): Result<string> => (answer.ok ? ok(JSON.stringify(answer.value ?? null)) : answer);

/** 200 with a body that only public routes may have cached, and those only after asking again. */
export function sendJson(reply: FastifyReply, route: Route, json: string): void {
  void reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', route.auth === 'public' ? 'no-cache' : 'private, no-store').send(json);
}

/** 200 with bytes to be shown, not downloaded, or 304 for who has them; kept nowhere unless the handler says so. */
export function sendBinary(reply: FastifyReply, { bytes, mime, cacheControl, etag }: Binary): void {
  void reply.header('cache-control', cacheControl ?? 'private, no-store');
  if (etag !== undefined) void reply.header('etag', `"${etag}"`);
  if (etag !== undefined && isHeld(etag, reply.request.headers['if-none-match'])) void reply.status(304).send();
  else void reply.header('content-type', mime).header('content-disposition', 'inline').send(bytes);
}

/** RFC 9110 §13.1.2: a list of tags, compared without regard to their weakness, or `*`. */
const isHeld = (etag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => ['*', `"${etag}"`, `W/"${etag}"`].includes(tag.trim()));

/** @throws when an answer is not exactly what the contract says, extra properties included */
export function assertContract(route: Route, json: string): void {
  const sent: unknown = JSON.parse(json);
  const parsed = z.core.safeParse(route.response as z.core.$ZodType, sent);
  if (!parsed.success) throw new Error(`answer of ${route.method} ${route.path} breaks its contract: ${JSON.stringify(parsed.error.issues)}`);
  if (!isDeepStrictEqual(parsed.data, sent)) throw new Error(`answer of ${route.method} ${route.path} holds more than its contract`);
}

/** @throws when a refusal is none of those that the contract lists */
export function assertDeclared(route: Route, code: ErrorCode): void {
  if (!declaredErrors(route).has(code)) throw new Error(`${route.method} ${route.path} refuses with ${code}, which its contract does not list`);
}
