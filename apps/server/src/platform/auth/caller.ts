import type { Staff, StaffRole } from '@yuezheng/shared-types';

/** A resident's phone or browser that is logged in. */
export interface ResidentCaller {
  readonly kind: 'resident';
  /** The log-in identity: exists before the real name is known. */
  readonly accountId: string;
  /** The holder; absent until the real name is verified. */
  readonly residentId: string | undefined;
  /** SHA-256 of the session token, hex. */
  readonly session: string;
}

/** An official who is logged in. */
export interface StaffCaller {
  readonly kind: 'staff';
  readonly staff: Staff;
  readonly session: string;
}

export type Caller = ResidentCaller | StaffCaller;

/** Finds who is behind a session token. */
export abstract class SessionReader {
  abstract resident(token: string): Promise<ResidentCaller | undefined>;
  abstract staff(token: string): Promise<StaffCaller | undefined>;
}

/** Whether an official may act in a role. */
export const hasRole = (caller: StaffCaller, role: StaffRole): boolean => caller.staff.roles.includes(role);

/** Whether an official's cities (none means the whole province) include `city`. */
export const coversCity = (caller: StaffCaller, city: string): boolean => caller.staff.cities.length === 0 || caller.staff.cities.includes(city);

/** The key under which a caller's writes are told apart from other people's. */
export const actorKey = (caller: Caller): string => (caller.kind === 'resident' ? `resident:${caller.accountId}` : `staff:${caller.staff.id}`);
