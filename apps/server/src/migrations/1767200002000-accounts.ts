import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents, how they log in, and officials. `holder_id` is a resident; every table of theirs is keyed by it first. */
export class Accounts1767200002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE residents (
        holder_id uuid PRIMARY KEY,
        document_type text NOT NULL CHECK (document_type IN ('citizen-id', 'hk-macao-permit', 'taiwan-permit')),
        id_number bytea NOT NULL,
        name bytea NOT NULL,
        phone bytea,
        sex text NOT NULL CHECK (sex IN ('male', 'female')),
        ethnicity text,
        birth_date date NOT NULL,
        household_code text,
        household bytea,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    // Found by number, so keyed by its blind index: one person, one holder.
    await runner.query(`CREATE TABLE resident_numbers (number_index bytea PRIMARY KEY, holder_id uuid NOT NULL)`);
    await runner.query(`
      CREATE TABLE wards (
        holder_id uuid NOT NULL,
        ward_id uuid NOT NULL,
        relation text NOT NULL,
        loaded_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, ward_id)
      )`);
    await runner.query(`
      CREATE TABLE accounts (
        account_id uuid PRIMARY KEY,
        resident_id uuid,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX accounts_by_resident ON accounts (resident_id)`);
    await runner.query(`
      CREATE TABLE wechat_bindings (
        openid text PRIMARY KEY,
        account_id uuid NOT NULL UNIQUE,
        unionid text,
        bound_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE TABLE phone_bindings (phone_index bytea PRIMARY KEY, account_id uuid NOT NULL, bound_at timestamptz NOT NULL)`);
    // A resident is known by one WeChat user; the claim is what two verifications at once compete for.
    await runner.query(`CREATE TABLE resident_wechat (holder_id uuid PRIMARY KEY, account_id uuid NOT NULL)`);
    await runner.query(`
      CREATE TABLE resident_sessions (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE sms_codes (
        phone_index bytea PRIMARY KEY,
        code_hash bytea,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        tries integer NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE real_name_verifications (
        account_id uuid NOT NULL,
        verification_id uuid NOT NULL,
        document_type text NOT NULL,
        identity bytea NOT NULL,
        face_verify_id text,
        face_request text,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, verification_id)
      )`);
    await runner.query(`
      CREATE TABLE subscriptions (
        account_id uuid NOT NULL,
        template_id text NOT NULL,
        remaining integer NOT NULL CHECK (remaining >= 0),
        PRIMARY KEY (account_id, template_id)
      )`);
    await runner.query(`
      CREATE TABLE staff (
        staff_id uuid PRIMARY KEY,
        username text NOT NULL UNIQUE,
        password text NOT NULL,
        name text NOT NULL,
        office text NOT NULL,
        roles text[] NOT NULL,
        cities text[] NOT NULL,
        counter_id uuid,
        counter_name text,
        failures integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE staff_sessions (
        token_hash bytea PRIMARY KEY,
        staff_id uuid NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff_sessions, staff, subscriptions, real_name_verifications, sms_codes, resident_sessions, resident_wechat,
        phone_bindings, wechat_bindings, accounts, wards, resident_numbers, residents`);
  }
}
