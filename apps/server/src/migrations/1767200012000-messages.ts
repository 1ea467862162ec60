import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox, how each message left the app, who follows the official account, and the daily sweep. */
export class Messages1767200012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        holder_id uuid NOT NULL,
        message_id uuid NOT NULL,
        dedupe_key text NOT NULL,
        kind text NOT NULL,
        content bytea NOT NULL,
        page text,
        verb text,
        sent_at timestamptz NOT NULL,
        read_at timestamptz,
        PRIMARY KEY (holder_id, message_id),
        UNIQUE (holder_id, dedupe_key)
      )`);
    await runner.query(`CREATE INDEX messages_by_time ON messages (holder_id, sent_at DESC, message_id DESC)`);
    await runner.query(`CREATE INDEX messages_unread ON messages (holder_id) WHERE read_at IS NULL`);
    // `code` is what the other side said when it did not take the message.
    await runner.query(`
      CREATE TABLE message_deliveries (
        holder_id uuid NOT NULL,
        message_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('template', 'subscribe', 'sms')),
        state text NOT NULL CHECK (state IN ('pending', 'delivered', 'refused', 'failed')),
        code text,
        attempts integer NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, message_id, channel)
      )`);
    // The same person in the official account has another openid; the unionid joins the two.
    await runner.query(`CREATE TABLE official_followers (unionid text PRIMARY KEY, openid text NOT NULL UNIQUE)`);
    await runner.query(`CREATE TABLE official_followers_read (app_id text PRIMARY KEY, read_at timestamptz NOT NULL)`);
    await runner.query(`
      CREATE TABLE reminders_sent (
        holder_id uuid NOT NULL,
        permit_id uuid NOT NULL,
        cycle date NOT NULL,
        kind text NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (holder_id, permit_id, cycle, kind)
      )`);
    await runner.query(`
      CREATE TABLE daily_runs (
        day date NOT NULL,
        task text NOT NULL,
        claim uuid NOT NULL,
        claimed_at timestamptz NOT NULL,
        done_at timestamptz,
        PRIMARY KEY (day, task)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE daily_runs, reminders_sent, official_followers_read, official_followers, message_deliveries, messages`);
  }
}
