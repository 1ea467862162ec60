import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The single use of a code is its accepted record itself, held by a unique index: one row and one commit for each scan. */
export class UseInItsRecord1767200120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE verifications ADD COLUMN presentation_id uuid`);
    await runner.query(`
      UPDATE verifications v SET presentation_id = u.presentation_id::uuid FROM live_pass_uses u
      WHERE v.holder_id = u.holder_id AND v.verification_id = u.verification_id AND v.accepted`);
    await runner.query(`CREATE UNIQUE INDEX verifications_single_use ON verifications (holder_id, presentation_id) WHERE accepted AND double_use_of IS NULL`);
    await runner.query(`DROP TABLE live_pass_uses`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE live_pass_uses (
        holder_id uuid NOT NULL,
        presentation_id text NOT NULL,
        verification_id uuid NOT NULL,
        used_at timestamptz NOT NULL,
        place text NOT NULL,
        PRIMARY KEY (holder_id, presentation_id)
      )`);
    await runner.query(`CREATE INDEX live_pass_uses_by_age ON live_pass_uses (used_at)`);
    await runner.query(`
      INSERT INTO live_pass_uses (holder_id, presentation_id, verification_id, used_at, place)
      SELECT holder_id, replace(presentation_id::text, '-', ''), verification_id, verified_at, place FROM verifications
      WHERE accepted AND double_use_of IS NULL AND presentation_id IS NOT NULL`);
    await runner.query(`DROP INDEX verifications_single_use`);
    await runner.query(`ALTER TABLE verifications DROP COLUMN presentation_id`);
  }
}
