import { Problem, z, type Route, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { connection } from './connection';
import { ApiFailure } from './failure';
import type { Answer } from './answer';
import { isOfflineIdentity, sessionStore } from './session-store';
import { urlOf, type CallParts } from './url';

/** How a call is made beside what its route declares. */
export interface CallOptions {
  /** One per intent: the same for a second try of the same act. Required on writes. */
  readonly intent?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the server counts as unreachable. */
  readonly timeLimit?: number;
}

const TIME_LIMIT_MS = 15_000;

type JsonRoute = Route & { readonly response: z.core.$ZodType };
type BinaryRoute = Route & { readonly response: 'binary' };

/** Calls a route of the contract and parses what it answers. Never rejects, save when `signal` is aborted. */
export async function callRoute<R extends JsonRoute>(
  route: R,
  input: RouteInput<R>,
  options: CallOptions = {},
): Promise<Answer<RouteOutput<R>>> {
  const answer = await send(route, input as CallParts, options);
  if (!answer.ok) return answer;
  const parsed = z.safeParse(route.response, await readJson(answer.value));
  if (!parsed.success) return failed(new ApiFailure({ kind: 'unreadable', status: answer.value.status }));
  return { ok: true, value: parsed.data as RouteOutput<R> };
}

/** Calls a route that answers with an image. */
export async function fetchImage<R extends BinaryRoute>(
  route: R,
  input: RouteInput<R>,
  options: CallOptions = {},
): Promise<Answer<Blob>> {
  const answer = await send(route, input as CallParts, options);
  return answer.ok ? readBody(answer.value, (response) => response.blob()) : answer;
}

/** Calls a route that answers with other bytes; what has not changed is not sent again where the answer has an `ETag`. */
export async function fetchBytes<R extends BinaryRoute>(
  route: R,
  input: RouteInput<R>,
  options: CallOptions = {},
): Promise<Answer<Uint8Array>> {
  const answer = await send(route, input as CallParts, { ...options, accept: '*/*', cache: 'no-cache' });
  return answer.ok
    ? readBody(answer.value, async (response) => new Uint8Array(await response.arrayBuffer()))
    : answer;
}

/** The network may also go while the body is on its way. */
async function readBody<T>(response: Response, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await read(response) };
  } catch {
    return failed(new ApiFailure({ kind: 'unreadable', status: response.status }));
  }
}

/** How the bytes of an answer are asked for; said by the function that reads them. */
interface ReadingOptions extends CallOptions {
  readonly accept?: string;
  readonly cache?: RequestCache;
}

async function send(route: Route, parts: CallParts, options: ReadingOptions): Promise<Answer<Response>> {
  if (route.auth === 'staff' && isOfflineIdentity(sessionStore.current())) {
    return failed(new ApiFailure({ kind: 'offline-identity' }));
  }
  const limit = AbortSignal.timeout(options.timeLimit ?? TIME_LIMIT_MS);
  const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]);
  try {
    const response = await fetch(urlOf(route, parts), {
      method: route.method,
      headers: headersFor(route, parts, options),
      signal,
      ...(options.cache === undefined ? {} : { cache: options.cache }),
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    });
    connection.reached();
    return response.ok ? { ok: true, value: response } : failed(await refusalOf(route, response));
  } catch (thrown) {
    if (options.signal?.aborted === true) throw thrown;
    connection.lost();
    return failed(new ApiFailure({ kind: 'unreachable' }));
  }
}

function headersFor(route: Route, parts: CallParts, options: ReadingOptions): Record<string, string> {
  const token = route.auth === 'staff' ? sessionStore.current()?.token : undefined;
  return {
    accept: options.accept ?? (route.response === 'binary' ? 'image/*' : 'application/json'),
    ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(options.intent === undefined ? {} : { 'idempotency-key': options.intent }),
  };
}

async function refusalOf(route: Route, response: Response): Promise<ApiFailure> {
  const parsed = z.safeParse(Problem, await readJson(response));
  if (response.status === 401 && route.auth === 'staff') sessionStore.end('server');
  return new ApiFailure(
    parsed.success
      ? { kind: 'problem', problem: parsed.data }
      : { kind: 'unreadable', status: response.status },
  );
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

const failed = (failure: ApiFailure): { readonly ok: false; readonly failure: ApiFailure } => ({
  ok: false,
  failure,
});
