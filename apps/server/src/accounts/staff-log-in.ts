import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result, type RouteOutput, type staffLogin } from '@yuezheng/shared-types';
import { Audit } from '../platform/audit/audit';
import { Database } from '../platform/database/database';
import { StaffEntity } from './entities/staff.entity';
import { LogInAttempts, type Door } from './log-in-attempts';
import { hashPassword, passwordMatches } from './password';
import { Sessions, staffView } from './sessions';

type LoggedIn = RouteOutput<typeof staffLogin>;

/** What an official gives to log in, and the address from which it came. */
export interface StaffCredentials {
  readonly username: string;
  readonly password: string;
  readonly ip: string;
}

/** Officials' log-in by user name and password; who may try how often says `LogInAttempts`. */
@Injectable()
export class StaffLogIn {
  private readonly nobodysPassword = hashPassword('nobody has this password');

  constructor(
    private readonly database: Database,
    private readonly attempts: LogInAttempts,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async withPassword({ username, password, ip }: StaffCredentials): Promise<Result<LoggedIn>> {
    const staff = await this.database.dataSource.getRepository(StaffEntity).findOneBy({ username });
    const door = this.attempts.doorOf(staff?.staffId ?? this.attempts.nobodysId(username), ip);
    const attempt = await this.attempts.count(door);
    if (attempt.kind === 'locked') return refuse('account-locked');
    // As slow as for a known name, and locked as soon, so that names cannot be tried out.
    const matches = await passwordMatches(password, staff?.password ?? (await this.nobodysPassword));
    if (staff && matches) return this.open(staff, door, attempt.familiar);
    if (!attempt.last) return refuse('wrong-password');
    if (staff) await this.note(staff, 'staff.locked');
    return refuse('account-locked');
  }

  private async open(staff: StaffEntity, door: Door, familiar: boolean): Promise<Result<LoggedIn>> {
    const session = await this.database.inTransaction(async (tx) => {
      await this.attempts.succeed(tx, door, familiar);
      return this.sessions.openStaff(tx, staff.staffId);
    });
    await this.note(staff, 'staff.logged-in');
    const { staffId: staff_id, counterId: counter_id, counterName: counter_name, ...rest } = staff;
    return ok({ token: session.token, expiresAt: session.expiresAt.toISOString(), staff: staffView({ ...rest, staff_id, counter_id, counter_name }) });
  }

  private note(staff: StaffEntity, action: string): Promise<void> {
    const subject = `staff:${staff.staffId}`;
    return this.audit.recordAlone({ chain: subject, actor: { kind: 'staff', id: staff.staffId }, action, subject });
  }
}
