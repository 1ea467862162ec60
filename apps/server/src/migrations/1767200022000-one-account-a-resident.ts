import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One account a resident, however it logs in: WeChat's own table guarded only those who came by WeChat. */
export class OneAccountAResident1767200022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE accounts a SET resident_id = NULL
      WHERE resident_id IS NOT NULL AND account_id <> (
        SELECT b.account_id FROM accounts b LEFT JOIN resident_wechat w ON w.holder_id = b.resident_id AND w.account_id = b.account_id
        WHERE b.resident_id = a.resident_id ORDER BY w.account_id IS NULL, b.created_at, b.account_id LIMIT 1)`);
    await runner.query(`DROP INDEX accounts_by_resident`);
    await runner.query(`CREATE UNIQUE INDEX accounts_by_resident ON accounts (resident_id)`);
    await runner.query(`DROP TABLE resident_wechat`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE resident_wechat (holder_id uuid PRIMARY KEY, account_id uuid NOT NULL)`);
    await runner.query(`INSERT INTO resident_wechat SELECT resident_id, account_id FROM accounts JOIN wechat_bindings USING (account_id) WHERE resident_id IS NOT NULL`);
    await runner.query(`DROP INDEX accounts_by_resident`);
    await runner.query(`CREATE INDEX accounts_by_resident ON accounts (resident_id)`);
  }
}
