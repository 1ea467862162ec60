import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The status list reads all cancelled permits every few seconds; those past their end are found by `permits_by_end`. */
export class CancelledPermits1767200110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX permits_cancelled ON permits (status_index) WHERE status = 'cancelled'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX permits_cancelled`);
  }
}
