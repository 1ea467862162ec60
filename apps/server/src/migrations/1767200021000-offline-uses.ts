import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which code stands behind the id that a counter gave to a use without network, and the record that was made of it. */
export class OfflineUses1767200021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offline_uses (
        staff_id uuid NOT NULL,
        use_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        verification_id uuid NOT NULL,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (staff_id, use_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE offline_uses`);
  }
}
