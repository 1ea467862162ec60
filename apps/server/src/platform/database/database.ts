import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type Driver, type EntityManager } from 'typeorm';

/** One open transaction: TypeORM's manager bound to its connection. */
export type Tx = EntityManager;

/** Constant SQL under a name, prepared once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Thrown inside a transaction whose work was refused, to undo it; never leaves `inTransaction`. */
class RolledBack extends Error {
  constructor(readonly answer: unknown) {
    super('rolled back');
  }
}

const isRefused = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

/** The door to PostgreSQL. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction (read committed). A refusal (`{ ok: false }`) that it returns rolls everything back,
   * so nothing is half-written; write what must survive a refusal in a transaction of its own.
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (tx) => {
        const answer = await work(tx);
        if (isRefused(answer)) throw new RolledBack(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.answer as T;
      throw error;
    }
  }

  /** Rows of one statement outside any transaction. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...values])).rows;
  }

  /** As `query`, with a prepared statement: for the paths that every request takes. */
  async prepared<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ ...statement, values: [...values] })).rows;
  }

  /** The pool that TypeORM itself draws from; a query runner around a single statement would cost more than it gives. */
  private get pool(): Pool {
    return (this.dataSource.driver as Driver & { readonly master: Pool }).master;
  }
}

/** Rows of one statement on the transaction's own connection; prepared when it has a name. */
export async function queryIn<Row extends QueryResultRow>(tx: Tx, statement: string | Statement, values: readonly unknown[] = []): Promise<Row[]> {
  if (!tx.queryRunner) throw new Error('queryIn needs the manager of an open transaction');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const config = typeof statement === 'string' ? { text: statement } : statement;
  return (await client.query<Row>({ ...config, values: [...values] })).rows;
}
