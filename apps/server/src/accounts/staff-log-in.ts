import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result, type RouteOutput, type staffLogin } from '@yuezheng/shared-types';
import { Audit } from '../platform/audit/audit';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { StaffEntity } from './entities/staff.entity';
import { hashPassword, passwordMatches } from './password';
import { Sessions, staffView } from './sessions';

type LoggedIn = RouteOutput<typeof staffLogin>;

const MAX_FAILURES = 5;
const LOCK_MS = 15 * 60_000;

/** An attempt counts before its password is looked at, so that attempts made at once cannot outrun the lock. */
const COUNT_ATTEMPT = `
  UPDATE staff SET
    failures = CASE WHEN failures >= ${MAX_FAILURES} THEN 1 ELSE failures + 1 END,
    locked_until = CASE WHEN failures = ${MAX_FAILURES - 1} THEN $3::timestamptz END
  WHERE username = $1 AND (locked_until IS NULL OR locked_until <= $2)
  RETURNING staff_id, failures`;

/** Officials' log-in by user name and password; five failures lock the account for a quarter of an hour. */
@Injectable()
export class StaffLogIn {
  private readonly nobodysPassword = hashPassword('nobody has this password');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async withPassword(username: string, password: string): Promise<Result<LoggedIn>> {
    const staff = await this.database.dataSource.getRepository(StaffEntity).findOneBy({ username });
    if (!staff) {
      // As slow as for a known name, so that names cannot be tried out.
      await passwordMatches(password, await this.nobodysPassword);
      return refuse('wrong-password');
    }
    const now = this.clock.now();
    const [attempt] = await this.database.query<{ failures: number }>(COUNT_ATTEMPT, [username, new Date(now), new Date(now + LOCK_MS)]);
    if (!attempt) return refuse('account-locked');
    if (await passwordMatches(password, staff.password)) return this.open(staff);
    if (attempt.failures < MAX_FAILURES) return refuse('wrong-password');
    await this.note(staff, 'staff.locked');
    return refuse('account-locked');
  }

  private async open(staff: StaffEntity): Promise<Result<LoggedIn>> {
    const session = await this.database.inTransaction(async (tx) => {
      await tx.update(StaffEntity, { staffId: staff.staffId }, { failures: 0, lockedUntil: null });
      return this.sessions.openStaff(tx, staff.staffId);
    });
    await this.note(staff, 'staff.logged-in');
    const { staffId: staff_id, counterId: counter_id, counterName: counter_name, ...rest } = staff;
    return ok({ token: session.token, expiresAt: session.expiresAt.toISOString(), staff: staffView({ ...rest, staff_id, counter_id, counter_name }) });
  }

  private note(staff: StaffEntity, action: string): Promise<void> {
    const subject = `staff:${staff.staffId}`;
    return this.database.inTransaction((tx) => this.audit.record(tx, { chain: subject, actor: { kind: 'staff', id: staff.staffId }, action, subject }));
  }
}
