import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Permits, their endorsements, and where each stands in the status list. */
export class Permits1767200010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `source` is where a permit comes from, `case:<id>` or `earlier:<digest>`: the same source never makes a second one.
    await runner.query(`
      CREATE TABLE permits (
        holder_id uuid NOT NULL,
        permit_id uuid NOT NULL,
        source text NOT NULL,
        city text NOT NULL,
        district text NOT NULL,
        address bytea NOT NULL,
        issued_on date NOT NULL,
        valid_until date NOT NULL,
        residence_since date NOT NULL,
        status text NOT NULL CHECK (status IN ('valid', 'suspended', 'cancelled')),
        status_index integer NOT NULL,
        photo_key text,
        linked_at timestamptz,
        linked_via text CHECK (linked_via IN ('digital-space', 'wallet')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, permit_id),
        UNIQUE (holder_id, source)
      )`);
    await runner.query(`CREATE INDEX permits_by_end ON permits (valid_until, holder_id, permit_id) WHERE status <> 'cancelled'`);
    // Found by index, so keyed by it: a code names its permit by nothing else.
    await runner.query(`
      CREATE TABLE permit_status_indices (
        status_index integer PRIMARY KEY,
        holder_id uuid NOT NULL,
        permit_id uuid NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE endorsements (
        holder_id uuid NOT NULL,
        permit_id uuid NOT NULL,
        case_id uuid NOT NULL,
        endorsed_on date NOT NULL,
        valid_until date NOT NULL,
        residence_since date NOT NULL,
        restored boolean NOT NULL,
        PRIMARY KEY (holder_id, permit_id, case_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE endorsements, permit_status_indices, permits`);
  }
}
