import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yuezheng/shared-types';
import { Audit } from '../platform/audit/audit';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { hashPassword, type ScryptCost } from './password';

/** An official's account as it is opened. */
export interface NewStaff {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly StaffRole[];
  /** GB/T 2260 codes; empty means the whole province. */
  readonly cities: readonly string[];
  readonly counter?: { readonly id: string; readonly name: string };
}

const INSERT = `INSERT INTO staff (staff_id, username, password, name, office, roles, cities, counter_id, counter_name, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (username) DO NOTHING RETURNING staff_id`;
const END_SESSIONS = 'DELETE FROM staff_sessions WHERE staff_id = $1';

/** Opens officials' accounts and replaces forgotten passwords. Who holds the server's environment may; there is no page for it. */
@Injectable()
export class StaffRegister {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the user name is taken: the account of that name stays as it is */
  async open({ username, password, name, office, roles, cities, counter }: NewStaff, cost?: ScryptCost): Promise<boolean> {
    const values = [newId(), username, await hashPassword(password, cost), name, office, roles, cities, counter?.id ?? null, counter?.name ?? null, this.clock.date()];
    return this.database.inTransaction(async (tx) => {
      const [row] = await queryIn<{ staff_id: string }>(tx, INSERT, values);
      if (row) await this.record(tx, row.staff_id, 'staff.opened');
      return row !== undefined;
    });
  }

  /** Gives a new password, lifts a lock and ends the sessions. @returns false when nobody has that user name */
  async replacePassword(username: string, password: string): Promise<boolean> {
    const hash = await hashPassword(password);
    return this.database.inTransaction(async (tx) => {
      const [row] = await queryIn<{ staff_id: string }>(tx, 'SELECT staff_id FROM staff WHERE username = $1 FOR UPDATE', [username]);
      if (!row) return false;
      await queryIn(tx, 'UPDATE staff SET password = $2 WHERE staff_id = $1', [row.staff_id, hash]);
      await queryIn(tx, 'UPDATE staff_addresses SET failures = 0, locked_until = NULL WHERE staff_id = $1', [row.staff_id]);
      await queryIn(tx, END_SESSIONS, [row.staff_id]);
      await this.record(tx, row.staff_id, 'staff.password-replaced');
      return true;
    });
  }

  private record(tx: Tx, staffId: string, action: string): Promise<void> {
    return this.audit.record(tx, { chain: `staff:${staffId}`, actor: { kind: 'system', id: 'operator' }, action, subject: `staff:${staffId}` });
  }
}
