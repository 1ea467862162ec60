import type { ApiFailure } from '../../api';

/** Whether a reading failed only because nobody is logged in on this phone. */
export const isLoggedOut = (failure: ApiFailure | null): boolean =>
  failure !== null && (failure.problem.code === 'not-logged-in' || failure.problem.code === 'session-ended');
