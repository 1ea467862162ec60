import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Definitions, uploaded files, eligibility checks, drafts, cases with their actions and effects, and case numbers. */
export class Cases1767200003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE service_definitions (
        id text NOT NULL,
        version integer NOT NULL,
        body jsonb NOT NULL,
        registered_at timestamptz NOT NULL,
        PRIMARY KEY (id, version)
      )`);
    await runner.query(`
      CREATE TABLE files (
        holder_id uuid NOT NULL,
        file_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('material', 'photo')),
        mime text NOT NULL,
        bytes integer NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        uploaded_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, file_id)
      )`);
    await runner.query(`
      CREATE TABLE eligibility_checks (
        holder_id uuid NOT NULL,
        check_id uuid NOT NULL,
        applicant_id uuid NOT NULL,
        service_id text NOT NULL,
        city text NOT NULL,
        snapshot bytea NOT NULL,
        checked_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, check_id)
      )`);
    await runner.query(`CREATE INDEX eligibility_checks_by_age ON eligibility_checks (checked_at)`);
    await runner.query(`
      CREATE TABLE drafts (
        holder_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        applicant_id uuid NOT NULL,
        service_id text NOT NULL,
        service_version integer NOT NULL,
        city text NOT NULL,
        step text NOT NULL,
        version integer NOT NULL,
        content bytea NOT NULL,
        snapshot bytea NOT NULL,
        checked_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, draft_id),
        UNIQUE (holder_id, service_id, city, applicant_id)
      )`);
    await this.createCases(runner);
    await runner.query(`
      CREATE TABLE case_number_blocks (
        city text NOT NULL,
        day date NOT NULL,
        next integer NOT NULL,
        PRIMARY KEY (city, day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE case_number_blocks, case_effects, case_actions, cases, drafts, eligibility_checks, files, service_definitions`);
  }

  private async createCases(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases (
        holder_id uuid NOT NULL,
        case_id uuid NOT NULL,
        applicant_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        number text NOT NULL,
        service_id text NOT NULL,
        service_version integer NOT NULL,
        city text NOT NULL,
        state text NOT NULL CHECK (state IN ('submitted', 'in-review', 'supplement', 'approved', 'returned', 'withdrawn')),
        version integer NOT NULL,
        situation text,
        exempt boolean NOT NULL,
        holder_name bytea NOT NULL,
        applicant_name bytea,
        name_index bytea[] NOT NULL,
        content bytea NOT NULL,
        snapshot bytea NOT NULL,
        clock jsonb NOT NULL,
        due_on date NOT NULL,
        claimed_by uuid,
        claimed_name text,
        claimed_at timestamptz,
        supplement bytea,
        supplement_due date,
        supplied_at timestamptz,
        permit_id uuid,
        submitted_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, case_id),
        UNIQUE (holder_id, draft_id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX cases_one_open ON cases (holder_id, service_id, city) WHERE state IN ('submitted', 'in-review', 'supplement')`);
    await runner.query(`CREATE INDEX cases_newest ON cases (holder_id, submitted_at DESC, case_id DESC)`);
    await runner.query(`CREATE INDEX cases_by_id ON cases (case_id)`);
    await runner.query(`CREATE INDEX cases_by_number ON cases (replace(number, ' ', ''))`);
    await runner.query(`CREATE INDEX cases_by_name ON cases USING gin (name_index)`);
    await runner.query(`CREATE INDEX cases_to_decide ON cases (city, due_on, case_id) WHERE state IN ('submitted', 'in-review', 'supplement')`);
    await runner.query(`CREATE INDEX cases_decided ON cases (city, updated_at DESC, case_id DESC) WHERE state IN ('approved', 'returned', 'withdrawn')`);
    await runner.query(`
      CREATE TABLE case_actions (
        holder_id uuid NOT NULL,
        case_id uuid NOT NULL,
        seq integer NOT NULL,
        transaction_id uuid NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'staff', 'system')),
        actor_id text NOT NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        title text,
        tone text,
        content bytea NOT NULL,
        PRIMARY KEY (holder_id, case_id, seq),
        UNIQUE (holder_id, case_id, transaction_id)
      )`);
    await runner.query(`CREATE TRIGGER case_actions_append_only BEFORE UPDATE OR DELETE ON case_actions FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`CREATE TRIGGER case_actions_no_truncate BEFORE TRUNCATE ON case_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TABLE case_effects (
        holder_id uuid NOT NULL,
        case_id uuid NOT NULL,
        index integer NOT NULL,
        type text NOT NULL,
        descriptor bytea NOT NULL,
        applied_at timestamptz,
        PRIMARY KEY (holder_id, case_id, index)
      )`);
  }
}
