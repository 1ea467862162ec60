import { Injectable } from '@nestjs/common';
import { FUTURE_TOLERANCE_MS, type RefusalReason } from '@yuezheng/live-pass';
import { ok, type burnCodes, type getShowing, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { statusOn } from '../permits/permit-status';
import { Permits } from '../permits/permits.service';
import { resultText } from '../permits/verification-history';
import { Audit } from '../platform/audit/audit';
import type { ResidentCaller } from '../platform/auth/caller';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn } from '../platform/database/database';
import { challengeView } from './challenge-view';
import { IssuerKeyring } from './issuer-keyring';
import { purposeTitle } from './purposes';
import { ShowingAnnouncements } from './showing-channel/announcements';

type Showing = RouteOutput<typeof getShowing>;

const SCAN_SHOWN_FOR_MS = 120_000;

interface ShowingRow {
  active: boolean;
  issuer_kid: number | null;
  verification_id: string | null;
  verified_at: Date;
  place: string;
  purpose: string;
  accepted: boolean;
  reason: RefusalReason | null;
  challenge: Buffer | null;
}

const SHOWING = {
  name: 'live-pass-showing',
  text: `SELECT coalesce(d.device_id = $3, false) AS active, c.issuer_kid, v.*
         FROM (SELECT 1) one LEFT JOIN live_pass_devices d ON d.holder_id = $1
         LEFT JOIN LATERAL (
           SELECT issuer_kid FROM live_pass_credentials WHERE holder_id = $1 AND permit_id = $2 AND device_id = $3 ORDER BY expires_at DESC LIMIT 1) c ON true
         LEFT JOIN LATERAL (
           SELECT verification_id, verified_at, place, purpose, accepted, reason, challenge FROM verifications
           WHERE holder_id = $1 AND permit_id = $2 AND device_id = $3 AND verified_at > $4 AND NOT offline
           ORDER BY verified_at DESC, verification_id DESC LIMIT 1) v ON true`,
};
const BURN = `
  UPDATE live_pass_devices SET burned_before = greatest(coalesce(burned_before, 0), $3) WHERE holder_id = $1 AND device_id = $2 AND coalesce(burned_before, 0) < $3 RETURNING 1`;

/** What happens to a code while the phone shows it. */
@Injectable()
export class Showings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly permits: Permits,
    private readonly announcements: ShowingAnnouncements,
    private readonly keyring: IssuerKeyring,
  ) {}

  /** The newest scan of this phone's code in the last two minutes, and whether the phone is still the active one. */
  async of(caller: ResidentCaller, permitId: string, deviceId: string): Promise<Result<Showing>> {
    const permit = await this.permits.find(caller, permitId);
    if (!permit.ok) return permit;
    const now = this.clock.now();
    const [row] = await this.database.prepared<ShowingRow>(SHOWING, [permit.value.holderId, permitId, deviceId, new Date(now - SCAN_SHOWN_FOR_MS)]);
    const isVoid = typeof row?.issuer_kid === 'number' && !this.keyring.published.has(row.issuer_kid);
    return ok({ serverTime: now, active: row?.active ?? false, inForce: statusOn(permit.value, this.clock.today()) === 'valid', ...(isVoid && { renew: true }), ...(row?.verification_id && { scan: scanOf(row, row.verification_id) }) });
  }

  /** Codes that the phone showed before a moment are void from now on. A phone that is not active has none. */
  async burn(caller: ResidentCaller, { permitId, deviceId, before, cause }: RouteInput<typeof burnCodes>['body']): Promise<Result<{ done: true }>> {
    const permit = await this.permits.find(caller, permitId);
    if (!permit.ok) return permit;
    // A clock that runs ahead must not void codes for hours: the furthest slot that a verifier accepts is the limit.
    const limit = Math.floor(Math.min(before, this.clock.now() + FUTURE_TOLERANCE_MS));
    await this.database.inTransaction(async (tx) => {
      const burned = await queryIn(tx, BURN, [permit.value.holderId, deviceId, limit]);
      if (burned.length === 0) return;
      const actor = { kind: 'resident', id: caller.residentId ?? permit.value.holderId } as const;
      await this.audit.record(tx, { chain: `permit:${permitId}`, actor, action: 'live-pass.burned', subject: `permit:${permitId}`, details: { cause, deviceId } });
    });
    this.announcements.announce(permit.value.holderId);
    return ok({ done: true });
  }
}

const scanOf = (row: ShowingRow, id: string): Showing['scan'] => ({
  id,
  at: row.verified_at.getTime(),
  where: row.place,
  purpose: purposeTitle(row.purpose),
  accepted: row.accepted,
  result: resultText(row.accepted, row.reason),
  ...(row.challenge && { challenge: challengeView(row.challenge) }),
});
