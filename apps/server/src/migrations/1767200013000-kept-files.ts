import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which uploaded files a case has taken for good, and how to find what an uploader's files stand in. */
export class KeptFiles1767200013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE files ADD COLUMN kept_at timestamptz`);
    await runner.query(`CREATE INDEX files_loose ON files (holder_id) WHERE kept_at IS NULL`);
    await runner.query(`CREATE INDEX cases_by_agent ON cases (applicant_id) WHERE applicant_id <> holder_id`);
    await runner.query(`CREATE INDEX drafts_by_agent ON drafts (applicant_id) WHERE applicant_id <> holder_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX drafts_by_agent, cases_by_agent, files_loose`);
    await runner.query(`ALTER TABLE files DROP COLUMN kept_at`);
  }
}
