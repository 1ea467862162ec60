import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { networkOf } from '../platform/http/network-of';
import { DailyTask } from '../reminders/daily-task';

/** Failures at one address after which this address, and no other, is locked out of the account. */
const MAX_FAILURES = 5;
/** Failures at all unfamiliar addresses together after which none of them is let in: guessing from many places ends here. */
const MAX_STRANGERS_FAILURES = 30;
const LOCK_MS = 15 * 60_000;
/** An address is familiar while the official logged in there this lately. */
const FAMILIAR_MS = 30 * 86_400_000;
/** Where nobody ever got in is forgotten sooner: whoever tries names and addresses fills no table. */
const STRANGE_MS = 86_400_000;

/**
 * An attempt counts before its password is looked at, so that attempts made at once cannot outrun the lock. While
 * strangers are locked out, an unfamiliar address is not even written down.
 */
const COUNT_HERE = `
  INSERT INTO staff_addresses AS a (staff_id, address, failures, tried_at)
  SELECT $1::uuid, $2::bytea, 1, $3::timestamptz
  WHERE NOT EXISTS (SELECT 1 FROM staff_addresses WHERE staff_id = $1 AND address = $6 AND locked_until > $3)
    OR EXISTS (SELECT 1 FROM staff_addresses WHERE staff_id = $1 AND address = $2 AND logged_in_at > $5)
  ON CONFLICT (staff_id, address) DO UPDATE SET
    failures = CASE WHEN a.failures >= ${MAX_FAILURES} THEN 1 ELSE a.failures + 1 END,
    locked_until = CASE WHEN a.failures = ${MAX_FAILURES - 1} THEN $4::timestamptz END,
    tried_at = excluded.tried_at
  WHERE a.locked_until IS NULL OR a.locked_until <= $3
  RETURNING failures, coalesce(logged_in_at > $5, false) AS familiar`;
const COUNT_STRANGERS = `
  INSERT INTO staff_addresses AS a (staff_id, address, failures, tried_at) VALUES ($1, $2, 1, $3)
  ON CONFLICT (staff_id, address) DO UPDATE SET
    failures = CASE WHEN a.failures >= ${MAX_STRANGERS_FAILURES} THEN 1 ELSE a.failures + 1 END,
    locked_until = CASE WHEN a.failures = ${MAX_STRANGERS_FAILURES - 1} THEN $4::timestamptz END,
    tried_at = excluded.tried_at
  WHERE a.locked_until IS NULL OR a.locked_until <= $3
  RETURNING failures`;
const FORGIVE_HERE = 'UPDATE staff_addresses SET failures = 0, locked_until = NULL, logged_in_at = $3 WHERE staff_id = $1 AND address = $2';
const FORGIVE_STRANGERS = 'UPDATE staff_addresses SET failures = 0, locked_until = NULL WHERE staff_id = $1 AND address = $2';
const FORGET = 'DELETE FROM staff_addresses WHERE tried_at < $1 OR (logged_in_at IS NULL AND tried_at < $2)';

/** One attempt to log in, counted. `last`: if this one fails, the next one is not looked at. */
export type Attempt =
  | { readonly kind: 'locked' }
  | { readonly kind: 'counted'; readonly last: boolean; readonly familiar: boolean };

/** An account at one address, as it is kept. */
export interface Door {
  readonly staffId: string;
  readonly address: Buffer;
  /** Under which all unfamiliar addresses are counted together. */
  readonly anywhere: Buffer;
}

/**
 * How often log-ins to an account failed, address by address. Whoever guesses locks himself out and not the official,
 * who is let in from where he always works, however many strangers try.
 */
@Injectable()
export class LogInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** @param ip as Fastify gives it; of IPv6 the network of 64 bits, within which anybody may choose addresses */
  doorOf(staffId: string, ip: string): Door {
    const keep = (place: string): Buffer => this.keyedHash.of('staff-address', `${staffId} ${place}`);
    return { staffId, address: keep(networkOf(ip)), anywhere: keep('*') };
  }

  /** The id under which attempts on a name are counted that nobody has: they lock like those on an account, so names cannot be tried out. */
  nobodysId(username: string): string {
    return this.keyedHash.of('staff-nobody', username).toString('hex', 0, 16);
  }

  async count({ staffId, address, anywhere }: Door): Promise<Attempt> {
    const now = this.clock.now();
    const [date, lockedUntil] = [new Date(now), new Date(now + LOCK_MS)];
    const [here] = await this.database.query<{ failures: number; familiar: boolean }>(COUNT_HERE, [staffId, address, date, lockedUntil, new Date(now - FAMILIAR_MS), anywhere]);
    if (!here) return { kind: 'locked' };
    const last = here.failures >= MAX_FAILURES;
    if (here.familiar) return { kind: 'counted', last, familiar: true };
    const [strangers] = await this.database.query<{ failures: number }>(COUNT_STRANGERS, [staffId, anywhere, date, lockedUntil]);
    if (!strangers) return { kind: 'locked' };
    return { kind: 'counted', last: last || strangers.failures >= MAX_STRANGERS_FAILURES, familiar: false };
  }

  /** After the right password. At a familiar place it says nothing about what strangers do elsewhere. */
  async succeed(tx: Tx, { staffId, address, anywhere }: Door, familiar: boolean): Promise<void> {
    await queryIn(tx, FORGIVE_HERE, [staffId, address, this.clock.date()]);
    if (!familiar) await queryIn(tx, FORGIVE_STRANGERS, [staffId, anywhere]);
  }

  @DailyTask('staff.forget-addresses')
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(FORGET, [new Date(now - FAMILIAR_MS), new Date(now - STRANGE_MS)]);
  }
}
