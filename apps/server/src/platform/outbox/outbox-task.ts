import { SetMetadata } from '@nestjs/common';

export const OUTBOX_TASK = Symbol('outbox-task');

export interface TaskOptions {
  /** Unique, such as `permits.issue`. */
  readonly name: string;
  /** Crontab pattern in UTC, for work that comes back by itself. */
  readonly cron?: string;
}

/**
 * Marks a provider's method as the handler of a task: `(payload: unknown) => Promise<void>`.
 * It runs at least once, so its effect must be deduplicated (`Outbox.firstTime`); when it throws it is tried again later.
 */
export const OutboxTask = (name: string, options: Omit<TaskOptions, 'name'> = {}): MethodDecorator =>
  SetMetadata(OUTBOX_TASK, { name, ...options } satisfies TaskOptions);
