import { Injectable } from '@nestjs/common';
import { queryIn, type Tx } from '../database/database';

export interface JobOptions {
  /** A second job with the same key replaces one that still waits. */
  readonly jobKey?: string;
  readonly maxAttempts?: number;
  readonly runAt?: Date;
}

const ADD_JOB = {
  name: 'outbox-add',
  text: `SELECT graphile_worker.add_job($1, payload := $2, job_key := $3, max_attempts := $4, run_at := $5)`,
};
const FIRST_TIME = {
  name: 'outbox-first-time',
  text: `INSERT INTO effects_done (effect, done_at) VALUES ($1, now()) ON CONFLICT (effect) DO NOTHING RETURNING effect`,
};
const DEFAULT_ATTEMPTS = 25;

/** Work to do after a transaction commits. A job exists exactly when the transaction that added it committed. */
@Injectable()
export class Outbox {
  /** Adds a job in the caller's transaction. `payload` is plain JSON, ids only. */
  async add(tx: Tx, task: string, payload: Readonly<Record<string, unknown>>, options: JobOptions = {}): Promise<void> {
    await queryIn(tx, ADD_JOB, [task, payload, options.jobKey ?? null, options.maxAttempts ?? DEFAULT_ATTEMPTS, options.runAt ?? null]);
  }

  /**
   * Whether `effect` (such as `permits.issue:<caseId>`) happens for the first time. The mark commits or rolls back with
   * the caller's transaction, so a database effect behind it happens exactly once however often the handler runs.
   */
  async firstTime(tx: Tx, effect: string): Promise<boolean> {
    return (await queryIn(tx, FIRST_TIME, [effect])).length === 1;
  }
}
