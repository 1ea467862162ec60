import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What strangers tried is counted beside what was tried at each address, for names that nobody has as well. */
export class OneCountOfLogIns1767200025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff DROP COLUMN failures, DROP COLUMN locked_until`);
    await runner.query(`CREATE INDEX staff_addresses_by_age ON staff_addresses (tried_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX staff_addresses_by_age`);
    await runner.query(`ALTER TABLE staff ADD COLUMN failures integer NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz`);
  }
}
