import { SetMetadata } from '@nestjs/common';
import { loginWithSms, loginWithWechat, sendSmsCode, staffLogin, verifyCode, type Result, type Route, type RouteOutput } from '@yuezheng/shared-types';
import { handlerArgument } from './handler-argument';
import './request';

export const ROUTE = Symbol('route');

/** An answer that is not JSON: an image, or a list of bytes. */
export interface Binary {
  readonly bytes: Buffer;
  readonly mime: string;
  /** `Cache-Control`; `private, no-store` unless given. */
  readonly cacheControl?: string;
  /** Strong entity tag without its quotes (RFC 9110 §8.8.3): who has these bytes already gets 304 and no body. */
  readonly etag?: string;
}

/** What the handler of a route returns. */
export type Output<R extends Route> = R['response'] extends 'binary' ? Binary : RouteOutput<R>;
export type Answer<R extends Route> = Output<R> | Result<Output<R>>;

type Handler<R extends Route> = (...args: never[]) => Answer<R> | Promise<Answer<R>>;
type HandlerDecorator<R extends Route> = <H extends Handler<R>>(target: object, name: string | symbol, descriptor: TypedPropertyDescriptor<H>) => void;

/** Logging in and asking for a code happen before there is an actor whose key could be remembered. */
const WITHOUT_IDEMPOTENCY: ReadonlySet<Route> = new Set<Route>([loginWithWechat, sendSmsCode, loginWithSms, staffLogin]);

/**
 * Those whose own record recognises a repetition by its `TransactionId` and answers it: a second store of answers would
 * cost them two more commits, and keep personal data that nobody needs.
 */
const KEEPS_ITS_OWN_RECORD: ReadonlySet<Route> = new Set<Route>([verifyCode]);

export const keepsItsOwnRecord = (route: Route): boolean => KEEPS_ITS_OWN_RECORD.has(route);

/** Every write does, but for the few that are harmless to repeat. */
export const needsIdempotencyKey = (route: Route): boolean => route.method !== 'GET' && !WITHOUT_IDEMPOTENCY.has(route);

/**
 * Serves a contract (see `EndpointRoutes`): method and path below `/api`, log-in by `route.auth`, validation, `Idempotency-Key`, problem answers.
 * The compiler checks the handler's answer against the contract. Example:
 *
 *     @Endpoint(getPermit)
 *     get(@Input() input: RouteInput<typeof getPermit>, @Resident() me: ResidentCaller): Promise<Result<PermitFace>>
 */
export function Endpoint<const R extends Route>(route: R): HandlerDecorator<R> {
  if (needsIdempotencyKey(route) && route.auth === 'public') throw new Error(`${route.method} ${route.path}: a public write has no actor`);
  return SetMetadata(ROUTE, route) as HandlerDecorator<R>;
}

/** The parsed `{ params, query, body }` of the contract, typed `RouteInput<typeof route>`. */
export const Input = handlerArgument((request) => request.parsedInput);

/** The `ResidentCaller` of a route with `auth: 'resident'`. */
export const Resident = handlerArgument((request) => request.caller);

/** The `StaffCaller` of a route with `auth: 'staff'`. */
export const Official = handlerArgument((request) => request.caller);

/** The `UploadedFile` of a route with `body: 'multipart'`. */
export const Upload = handlerArgument((request) => request.uploadedFile);
