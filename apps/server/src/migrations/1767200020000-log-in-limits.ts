import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many codes a phone number got on a day, and how log-ins to an official's account went from each address. */
export class LogInLimits1767200020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sms_codes ADD COLUMN sent_on date, ADD COLUMN sent_that_day integer NOT NULL DEFAULT 0`);
    // The address is a keyed hash: it says whether it is the same one, not where somebody was.
    await runner.query(`
      CREATE TABLE staff_addresses (
        staff_id uuid NOT NULL,
        address bytea NOT NULL,
        failures integer NOT NULL,
        locked_until timestamptz,
        tried_at timestamptz NOT NULL,
        logged_in_at timestamptz,
        PRIMARY KEY (staff_id, address)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE staff_addresses`);
    await runner.query(`ALTER TABLE sms_codes DROP COLUMN sent_that_day, DROP COLUMN sent_on`);
  }
}
