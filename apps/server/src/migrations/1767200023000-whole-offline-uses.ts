import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a counter tells of a use counts as a whole: its code alone let a refused use be told again as an accepted one. */
export class WholeOfflineUses1767200023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offline_uses RENAME COLUMN code_hash TO use_hash`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offline_uses RENAME COLUMN use_hash TO code_hash`);
  }
}
