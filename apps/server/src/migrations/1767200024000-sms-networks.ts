import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many codes by SMS were asked for from one network. Its address is a keyed hash: it says whether it is the same one, not which. */
export class SmsNetworks1767200024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sms_networks (
        network bytea PRIMARY KEY,
        hour timestamptz NOT NULL,
        sent_that_hour integer NOT NULL,
        sent_on date NOT NULL,
        sent_that_day integer NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sms_networks`);
  }
}
