import type { Route, RouteInput, RouteOutput } from '@yuezheng/shared-types';
import type { HttpOutcome, HttpRequest, UploadRequest } from '../platform';
import { problemOnTheWay, readProblem, type Answer, type ApiProblem } from './problem';
import { routeUrl, type QueryValues } from './route-url';

const READ_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 30_000;
const UPLOAD_TIMEOUT_MS = 60_000;

/** Who is logged in, seen from the client. */
export interface SessionKeeper {
  /** The token, logging in first if that is possible without asking the person; `undefined` if it is not. */
  token(): Promise<string | undefined>;
  /** The server has ended the session of this token. */
  ended(token: string): void;
}

export interface ClientParts {
  readonly base: string;
  readonly session: SessionKeeper;
  send(request: HttpRequest): Promise<HttpOutcome>;
  sendFile(request: UploadRequest): Promise<HttpOutcome>;
  newKey(): Promise<string>;
}

export interface CallOptions {
  /** `Idempotency-Key` of the person's intent; without one each call is an intent of its own. */
  readonly key?: string;
}

export interface UploadOptions extends CallOptions {
  /** Called with the percentage that has been sent. */
  readonly onProgress?: (percent: number) => void;
}

export interface Client {
  /** Calls a route with JSON. Never rejects: what went wrong is a value. */
  call<R extends Route>(route: R, input: RouteInput<R>, options?: CallOptions): Promise<Answer<RouteOutput<R>>>;
  /** Sends one picture to a route whose body is `multipart`. Never rejects. */
  upload<R extends Route>(route: R, input: RouteInput<R>, path: string, options?: UploadOptions): Promise<Answer<RouteOutput<R>>>;
  /** Address and headers for a route that answers with an image. */
  imageRequest<R extends Route>(route: R, input: RouteInput<R>): Promise<{ url: string; headers: Record<string, string> }>;
}

interface LooseInput {
  params?: Readonly<Record<string, string>>;
  query?: QueryValues;
  body?: unknown;
}

/** Makes a client over the contracts of `@yuezheng/shared-types`. */
export function createClient(parts: ClientParts): Client {
  const urlOf = (route: Route, input: LooseInput): string => parts.base + routeUrl(route.path, input.params, input.query);

  async function headersFor(route: Route, key: string | undefined): Promise<{ token?: string; headers: Record<string, string> }> {
    const token = route.auth === 'public' ? undefined : await parts.session.token();
    return {
      token,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
    };
  }

  // One second attempt: a session that ran out is renewed without the person noticing, where WeChat logs them in.
  async function withSession(route: Route, key: string | undefined, send: (headers: Record<string, string>) => Promise<HttpOutcome>): Promise<HttpOutcome> {
    const first = await headersFor(route, key);
    const outcome = await send(first.headers);
    if (outcome.kind !== 'answer' || outcome.status !== 401 || first.token === undefined) return outcome;
    parts.session.ended(first.token);
    const second = await headersFor(route, key);
    return second.token === undefined ? outcome : send(second.headers);
  }

  return {
    async call(route, input, options = {}) {
      const loose = input as LooseInput;
      const isRead = route.method === 'GET';
      const key = isRead ? undefined : (options.key ?? (await parts.newKey()));
      const outcome = await withSession(route, key, (headers) =>
        parts.send({
          method: route.method,
          url: urlOf(route, loose),
          headers,
          body: isRead ? undefined : (loose.body ?? {}),
          timeoutMs: isRead ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
        }),
      );
      return answerOf(outcome);
    },
    async upload(route, input, path, options = {}) {
      const key = options.key ?? (await parts.newKey());
      const outcome = await withSession(route, key, (headers) =>
        parts.sendFile({ url: urlOf(route, input as LooseInput), headers, path, timeoutMs: UPLOAD_TIMEOUT_MS, onProgress: options.onProgress }),
      );
      return answerOf(outcome);
    },
    async imageRequest(route, input) {
      const { headers } = await headersFor(route, undefined);
      return { url: urlOf(route, input as LooseInput), headers };
    },
  };
}

// The server checks its answers against the contract; checking them again would cost every phone what it gains none.
function answerOf<T>(outcome: HttpOutcome): Answer<T> {
  if (outcome.kind !== 'answer') return refused(problemOnTheWay(outcome.kind));
  if (outcome.status < 200 || outcome.status > 299) return refused(readProblem(outcome.body));
  if (typeof outcome.body !== 'object') return refused(problemOnTheWay('unexpected'));
  return { ok: true, value: outcome.body as T };
}

const refused = (problem: ApiProblem): { readonly ok: false; readonly problem: ApiProblem } => ({ ok: false, problem });
