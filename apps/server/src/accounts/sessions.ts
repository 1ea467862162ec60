import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Staff, StaffRole } from '@yuezheng/shared-types';
import { SessionReader, type ResidentCaller, type StaffCaller } from '../platform/auth/caller';
import { Clock } from '../platform/clock/clock';
import { sha256 } from '../platform/crypto/keyed-hash';
import { Batches } from '../platform/database/batches';
import { Database, queryIn, type Statement, type Tx } from '../platform/database/database';
import { columnArrays, inGivenOrder, unnested, type GivenColumn, type Numbered } from '../platform/database/unnested';
import { OutboxTask } from '../platform/outbox/outbox-task';

const DAY_MS = 86_400_000;
const RESIDENT_SESSION_MS = 30 * DAY_MS;
const STAFF_SESSION_MS = DAY_MS / 2;

export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface ResidentRow extends Numbered {
  account_id: string;
  resident_id: string | null;
}

interface StaffRow {
  staff_id: string;
  username: string;
  name: string;
  office: string;
  roles: StaffRole[];
  cities: string[];
  counter_id: string | null;
  counter_name: string | null;
}

const ASKED: readonly GivenColumn[] = [['token_hash', 'bytea'], ['now', 'timestamptz']];
const FIND_RESIDENTS = {
  name: 'sessions-resident',
  text: `SELECT asked.nr, s.account_id, a.resident_id FROM ${unnested(ASKED, 'asked')}
         JOIN resident_sessions s USING (token_hash) JOIN accounts a USING (account_id) WHERE s.expires_at > asked.now`,
};
const FIND_STAFF = {
  name: 'sessions-staff',
  text: `SELECT asked.nr, staff.* FROM ${unnested(ASKED, 'asked')}
         JOIN staff_sessions s USING (token_hash) JOIN staff USING (staff_id) WHERE s.expires_at > asked.now`,
};

/** Log-in sessions: opaque tokens of 256 bits, of which only the SHA-256 is kept. Residents 30 days, officials 12 hours. */
@Injectable()
export class Sessions extends SessionReader {
  private readonly residents = new Batches<Buffer, ResidentRow | undefined>((hashes) => this.find<ResidentRow>(FIND_RESIDENTS, hashes));
  private readonly officials = new Batches<Buffer, (StaffRow & Numbered) | undefined>((hashes) => this.find<StaffRow & Numbered>(FIND_STAFF, hashes));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  openResident(tx: Tx, accountId: string): Promise<NewSession> {
    return this.open(tx, 'INSERT INTO resident_sessions (token_hash, account_id, expires_at) VALUES ($1, $2, $3)', accountId, RESIDENT_SESSION_MS);
  }

  openStaff(tx: Tx, staffId: string): Promise<NewSession> {
    return this.open(tx, 'INSERT INTO staff_sessions (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)', staffId, STAFF_SESSION_MS);
  }

  async resident(token: string): Promise<ResidentCaller | undefined> {
    const hash = sha256(token);
    const row = await this.residents.do(hash);
    return row && { kind: 'resident', accountId: row.account_id, residentId: row.resident_id ?? undefined, session: hash.toString('hex') };
  }

  async staff(token: string): Promise<StaffCaller | undefined> {
    const hash = sha256(token);
    const row = await this.officials.do(hash);
    return row && { kind: 'staff', staff: staffView(row), session: hash.toString('hex') };
  }

  async close(caller: ResidentCaller | StaffCaller): Promise<void> {
    const table = caller.kind === 'resident' ? 'resident_sessions' : 'staff_sessions';
    await this.database.query(`DELETE FROM ${table} WHERE token_hash = $1`, [Buffer.from(caller.session, 'hex')]);
  }

  @OutboxTask('sessions.sweep', { cron: '40 19 * * *' })
  async sweep(): Promise<void> {
    for (const table of ['resident_sessions', 'staff_sessions', 'sms_codes', 'real_name_verifications']) {
      await this.database.query(`DELETE FROM ${table} WHERE expires_at < $1`, [new Date(this.clock.now() - DAY_MS)]);
    }
  }

  private async find<Row extends Numbered & QueryResultRow>(statement: Statement, hashes: readonly Buffer[]): Promise<(Row | undefined)[]> {
    const now = this.clock.date();
    const rows = await this.database.prepared<Row>(statement, columnArrays(ASKED, hashes.map((hash) => [hash, now])));
    return inGivenOrder(rows, hashes.length);
  }

  private async open(tx: Tx, insert: string, owner: string, lifetimeMs: number): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now() + lifetimeMs);
    await queryIn(tx, insert, [sha256(token), owner, expiresAt]);
    return { token, expiresAt };
  }
}

/** An official as the console knows them: no password, no lock. */
export const staffView = (row: StaffRow): Staff => ({
  id: row.staff_id,
  username: row.username,
  name: row.name,
  office: row.office,
  roles: row.roles,
  cities: row.cities,
  ...(row.counter_id && row.counter_name && { counter: { id: row.counter_id, name: row.counter_name } }),
});
