import type { ApiFailure } from './failure';

/** What a call comes back with; expected failures are values. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure };

/** For React Query, which knows failures only as rejections. */
export const valueOrThrow = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const result = await answer;
  if (!result.ok) throw result.failure;
  return result.value;
};
