import type { HomeTodo, LocalDate } from '@yuezheng/shared-types';
import type { z } from 'zod';

export type Todo = z.infer<typeof HomeTodo>;

/** Contributes to-dos to the home page. Every provider of this class is found and asked. */
export abstract class HomeTodoSource {
  /** Where its to-dos stand among those of other sources: lower comes first. */
  abstract readonly order: number;

  /**
   * What the resident should do now, most urgent first; for themselves and for those in their care.
   * @param city the one that the page shows
   */
  abstract todos(residentId: string, today: LocalDate, city: string): Promise<readonly Todo[]>;
}
