import { Injectable } from '@nestjs/common';
import type { RefusalReason } from '@yuezheng/live-pass';
import { Audit } from '../../platform/audit/audit';
import type { StaffCaller } from '../../platform/auth/caller';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import { Database, queryIn, type Tx } from '../../platform/database/database';

/** Where a scan happened. */
export interface Desk {
  readonly staffId: string;
  readonly deskId: string;
  readonly place: string;
}

export const deskOf = ({ staff }: StaffCaller): Desk => ({ staffId: staff.id, deskId: staff.counter?.id ?? staff.id, place: staff.counter?.name ?? staff.office });

/** One scan, as it is kept. */
export interface Scan {
  readonly verificationId: string;
  readonly desk: Desk;
  readonly purpose: string;
  readonly at: Date;
  readonly offline: boolean;
  /** Absent when the code names no permit of ours. */
  readonly holder?: { readonly holderId: string; readonly permitId: string; readonly deviceId: string | undefined; readonly maskedName: string };
}

/** A scan against which nothing speaks so far. */
export interface AcceptedScan extends Scan {
  readonly holder: NonNullable<Scan['holder']>;
  readonly presentationId: string;
  readonly challenge: Buffer;
}

/** What became of a scan: on record, so the same for every retry of the request. */
export type KeptScan =
  | { readonly accepted: true; readonly at: Date; readonly challenge: Buffer }
  | { readonly accepted: false; readonly at: Date; readonly reason: RefusalReason };

export interface EarlierUse {
  readonly verificationId: string;
  readonly at: Date;
  readonly place: string;
}

const COLUMNS = 'holder_id, verification_id, permit_id, device_id, staff_id, desk_id, place, purpose, verified_at, offline, masked_name';
const GIVEN = '$1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::timestamptz, $10::boolean, $11::bytea';

const USE_AND_RECORD = {
  name: 'scan-use-and-record',
  // The use and its record are one statement: of any number of scans of one code, exactly one finds no use before it.
  // A retry of a scan that is on record changes nothing and returns nothing.
  text: `WITH used AS (
           INSERT INTO live_pass_uses (holder_id, presentation_id, verification_id, used_at, place)
           SELECT $1::uuid, $12::text, $2::uuid, $9::timestamptz, $7::text
           WHERE NOT EXISTS (SELECT 1 FROM verifications WHERE holder_id = $1 AND verification_id = $2)
           ON CONFLICT DO NOTHING RETURNING 1)
         INSERT INTO verifications (${COLUMNS}, accepted, reason, challenge)
         SELECT ${GIVEN}, first, CASE WHEN NOT first THEN 'already-used' END, CASE WHEN first THEN $13::bytea END
         FROM (SELECT EXISTS (SELECT 1 FROM used) AS first) outcome ON CONFLICT DO NOTHING RETURNING accepted`,
};
const RECORD = {
  name: 'scan-record',
  text: `INSERT INTO verifications (${COLUMNS}, accepted, reason) VALUES (${GIVEN}, false, $12) ON CONFLICT DO NOTHING RETURNING 1`,
};
const ON_RECORD = 'SELECT accepted, reason, verified_at, challenge FROM verifications WHERE holder_id = $1 AND verification_id = $2';
const REFUSED_BEFORE = 'SELECT 1 FROM verifications WHERE holder_id = $1 AND verification_id = $2 AND NOT accepted';
const USE_OFFLINE = `INSERT INTO live_pass_uses (holder_id, presentation_id, verification_id, used_at, place) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;
const RECORD_OFFLINE = `
  INSERT INTO verifications (${COLUMNS}, accepted, double_use_of) VALUES (${GIVEN}, true, $12) ON CONFLICT DO NOTHING RETURNING 1`;
const EARLIER = 'SELECT verification_id, used_at, place FROM live_pass_uses WHERE holder_id = $1 AND presentation_id = $2';

/** Keeps every scan, and that a code is used once. */
@Injectable()
export class ScanRecords {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  /** Accepted when this scan is the first use of the code; when another one was, this is kept as `already-used`. */
  async use(scan: AcceptedScan): Promise<KeptScan> {
    const outcome = await this.database.inTransaction(async (tx) => {
      const [row] = await queryIn<{ accepted: boolean }>(tx, USE_AND_RECORD, [...this.given(scan), scan.presentationId, scan.challenge]);
      if (row?.accepted) await this.recordReading(tx, scan, 'permit.verified');
      return row;
    });
    if (!outcome) return this.onRecord(scan);
    return outcome.accepted ? { accepted: true, at: scan.at, challenge: scan.challenge } : { accepted: false, at: scan.at, reason: 'already-used' };
  }

  /** A retry that comes too late for its code finds here what was decided when it was in time. */
  async refuse(scan: Scan, reason: RefusalReason): Promise<KeptScan> {
    const isNew = await this.database.prepared(RECORD, [...this.given(scan), reason]);
    return isNew.length === 1 ? { accepted: false, at: scan.at, reason } : this.onRecord(scan);
  }

  /** Keeps a use that was accepted without network. @returns the use at another place that came before it, if there was one */
  useOffline(scan: Omit<AcceptedScan, 'challenge'>): Promise<EarlierUse | undefined> {
    const { holder, verificationId, presentationId, at, desk } = scan;
    return this.database.inTransaction(async (tx) => {
      // Told before its time and refused, it stays so: a use must never point at a record that says otherwise.
      if ((await queryIn(tx, REFUSED_BEFORE, [holder.holderId, verificationId])).length === 1) return undefined;
      await queryIn(tx, USE_OFFLINE, [holder.holderId, presentationId, verificationId, at, desk.place]);
      const earlier = await this.earlierUse(holder.holderId, presentationId, tx);
      const other = earlier && earlier.verificationId !== verificationId ? earlier : undefined;
      const isNew = await queryIn(tx, RECORD_OFFLINE, [...this.given(scan), other?.verificationId ?? null]);
      if (isNew.length === 1) await this.recordReading(tx, scan, other ? 'permit.used-twice' : 'permit.verified-offline');
      return other;
    });
  }

  async earlierUse(holderId: string, presentationId: string, tx?: Tx): Promise<EarlierUse | undefined> {
    const values = [holderId, presentationId];
    type Row = { verification_id: string; used_at: Date; place: string };
    const [row] = tx ? await queryIn<Row>(tx, EARLIER, values) : await this.database.query<Row>(EARLIER, values);
    return row && { verificationId: row.verification_id, at: row.used_at, place: row.place };
  }

  private async onRecord(scan: Scan): Promise<KeptScan> {
    type Row = { accepted: boolean; reason: RefusalReason | null; verified_at: Date; challenge: Buffer | null };
    const [row] = await this.database.query<Row>(ON_RECORD, [ownerOf(scan), scan.verificationId]);
    if (!row) throw new Error('a scan that was on record is gone');
    const { accepted, reason, verified_at: at, challenge } = row;
    if (!accepted || !challenge || !scan.holder) return { accepted: false, at, reason: reason ?? 'malformed' };
    const { holder } = scan;
    await this.database.inTransaction((tx) => this.recordReading(tx, { ...scan, holder }, 'permit.verification-read'));
    return { accepted: true, at, challenge };
  }

  private given(scan: Scan): unknown[] {
    const { verificationId, desk, purpose, at, offline, holder } = scan;
    const owner = ownerOf(scan);
    const maskedName = holder && this.cipher.seal({ field: 'verifications.masked_name', owner }, holder.maskedName);
    return [owner, verificationId, holder?.permitId ?? null, holder?.deviceId ?? null, desk.staffId, desk.deskId, desk.place, purpose, at, offline, maskedName ?? null];
  }

  private recordReading(tx: Tx, { holder, desk, purpose, verificationId }: Pick<AcceptedScan, 'holder' | 'desk' | 'purpose' | 'verificationId'>, action: string): Promise<void> {
    const subject = `permit:${holder.permitId}`;
    return this.audit.record(tx, { chain: subject, actor: { kind: 'staff', id: desk.staffId }, action, subject, purpose, details: { verificationId } });
  }
}

/** What nobody's permit stands behind is kept under its own id. */
const ownerOf = ({ holder, verificationId }: Scan): string => holder?.holderId ?? verificationId;
