import type { ErrorCode, Route } from '@yuezheng/shared-types';
import { keepsItsOwnRecord, needsIdempotencyKey } from './endpoint';

/** Refusals that any route of its kind may answer, besides its own. */
function commonErrors(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = ['invalid-request', 'too-many-requests', 'internal'];
  if (route.auth !== 'public') codes.push('not-logged-in', 'session-ended');
  if (route.body) codes.push('body-too-large');
  if (needsIdempotencyKey(route)) codes.push('idempotency-key-missing');
  if (needsIdempotencyKey(route) && !keepsItsOwnRecord(route)) codes.push('idempotency-mismatch');
  return codes;
}

/** Everything that a route may refuse with: what its contract lists, and what comes with its kind. */
export const declaredErrors = (route: Route): ReadonlySet<ErrorCode> => new Set([...route.errors, ...commonErrors(route)]);
