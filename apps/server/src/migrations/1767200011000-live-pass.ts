import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phones that show permits, the credentials of their keys, uses of codes, and every scan. */
export class LivePass1767200011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE live_pass_challenges (
        holder_id uuid NOT NULL,
        challenge_id uuid NOT NULL,
        permit_id uuid NOT NULL,
        challenge bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, challenge_id)
      )`);
    await runner.query(`CREATE INDEX live_pass_challenges_by_age ON live_pass_challenges (expires_at)`);
    // One active phone for each holder. Codes of slots before `burned_before` (epoch ms) are void.
    await runner.query(`
      CREATE TABLE live_pass_devices (
        holder_id uuid PRIMARY KEY,
        device_id uuid NOT NULL,
        activated_at timestamptz NOT NULL,
        burned_before bigint
      )`);
    await runner.query(`
      CREATE TABLE live_pass_credentials (
        holder_id uuid NOT NULL,
        credential_id text NOT NULL,
        permit_id uuid NOT NULL,
        device_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, credential_id)
      )`);
    await runner.query(`CREATE INDEX live_pass_credentials_by_age ON live_pass_credentials (expires_at)`);
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
    // A scan that names no permit of ours stands under its own id as holder: it belongs to nobody.
    await runner.query(`
      CREATE TABLE verifications (
        holder_id uuid NOT NULL,
        verification_id uuid NOT NULL,
        permit_id uuid,
        device_id uuid,
        staff_id uuid NOT NULL,
        desk_id uuid NOT NULL,
        place text NOT NULL,
        purpose text NOT NULL,
        verified_at timestamptz NOT NULL,
        accepted boolean NOT NULL,
        reason text,
        offline boolean NOT NULL,
        masked_name bytea,
        challenge bytea,
        double_use_of uuid,
        PRIMARY KEY (holder_id, verification_id)
      )`);
    await runner.query(`CREATE INDEX verifications_by_permit ON verifications (holder_id, permit_id, verified_at DESC, verification_id DESC)`);
    await runner.query(`CREATE INDEX verifications_by_desk ON verifications (desk_id, verified_at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE verifications, live_pass_uses, live_pass_credentials, live_pass_devices, live_pass_challenges`);
  }
}
