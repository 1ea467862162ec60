import { z } from '@yuezheng/shared-types';

const Place = z.object({ path: z.string().check(z.startsWith('/')) });

/** Where a person was when the log-in was asked for, as the history state of the log-in page. */
export type PlaceBefore = z.infer<typeof Place>;

/** Reads that path; undefined when the log-in page was opened by itself. */
export function placeBefore(state: unknown): string | undefined {
  const parsed = z.safeParse(Place, state);
  return parsed.success ? parsed.data.path : undefined;
}
