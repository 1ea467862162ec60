import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key signed a credential, so that phones are told when that key was withdrawn. */
export class IssuerOfCredentials1767200130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE live_pass_credentials ADD COLUMN issuer_kid integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE live_pass_credentials DROP COLUMN issuer_kid`);
  }
}
