import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the guardians of a ward while a counter waits. */
export class GuardiansOfAWard1767200140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX wards_by_ward ON wards (ward_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX wards_by_ward`);
  }
}
