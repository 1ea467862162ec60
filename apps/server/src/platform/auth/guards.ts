import { ok, refuse, type Result, type StaffRole } from '@yuezheng/shared-types';
import { hasRole, type ResidentCaller, type StaffCaller } from './caller';

/** The holder's id, or `real-name-required`. */
export const requireVerified = (caller: ResidentCaller): Result<string> =>
  caller.residentId === undefined ? refuse('real-name-required') : ok(caller.residentId);

/** Nothing, or `forbidden` when the official holds none of `roles`. */
export const requireRole = (caller: StaffCaller, ...roles: StaffRole[]): Result<undefined> =>
  roles.some((role) => hasRole(caller, role)) ? ok(undefined) : refuse('forbidden');
