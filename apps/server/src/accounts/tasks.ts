/** Jobs that follow a verified real name; their payload is `{ residentId }`. */
export const LOAD_WARDS_TASK = 'accounts.load-wards';
/** Takes over the permits that the authority has on record, for the resident and those in their care. */
export const TAKE_PERMITS_TASK = 'permits.take-earlier';
