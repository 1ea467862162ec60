import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit chains, idempotency keys, marks of effects done, and outside systems' access tokens. */
export class Platform1767200001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chains (
        chain text PRIMARY KEY,
        seq integer NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE audit_entries (
        chain text NOT NULL,
        seq integer NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'staff', 'system')),
        actor_id text NOT NULL,
        action text NOT NULL,
        subject text NOT NULL,
        purpose text,
        details jsonb NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (chain, seq)
      )`);
    await runner.query(`CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id, at)`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TABLE idempotency_keys (
        actor text NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        claim uuid NOT NULL,
        claimed_at timestamptz NOT NULL,
        answer bytea,
        PRIMARY KEY (actor, key)
      )`);
    await runner.query(`CREATE INDEX idempotency_keys_by_age ON idempotency_keys (claimed_at)`);
    await runner.query(`CREATE TABLE effects_done (effect text PRIMARY KEY, done_at timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE access_tokens (
        app_id text PRIMARY KEY,
        token bytea,
        expires_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE access_tokens, effects_done, idempotency_keys, audit_entries, audit_chains`);
    await runner.query(`DROP FUNCTION refuse_change()`);
  }
}
