import type { z } from './schema';
import type { ErrorCode } from './errors';

type Schema = z.core.$ZodType;

/** Who may call a route. `resident` and `staff` send `Authorization: Bearer <session token>`. */
export type RouteAuth = 'public' | 'resident' | 'staff';

/**
 * One HTTP route, declared once: server validation, OpenAPI and the typed calls of both apps derive from it.
 * `path` is below `/api`, with `:name` parameters. Writes carry `Idempotency-Key`.
 * `response: 'binary'` stands for an image or a list of bytes that is not JSON; `body: 'multipart'` for one file.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly auth: RouteAuth;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema | 'multipart';
  readonly response: Schema | 'binary';
  readonly errors: readonly ErrorCode[];
}

/** Declares a route and keeps its literal types. */
export const defineRoute = <const R extends Route>(route: R): R => route;

type Out<T> = T extends Schema ? z.infer<T> : undefined;

/** What a caller gives: the parts that the route declares. */
export type RouteInput<R extends Route> = (R extends { params: infer P extends Schema } ? { params: z.infer<P> } : unknown) &
  (R extends { query: infer Q extends Schema } ? { query: z.infer<Q> } : unknown) &
  (R extends { body: infer B extends Schema } ? { body: z.infer<B> } : unknown);

/** What a caller gets. */
export type RouteOutput<R extends Route> = Out<R['response']>;
