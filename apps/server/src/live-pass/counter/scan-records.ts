import { Injectable } from '@nestjs/common';
import type { RefusalReason } from '@yuezheng/live-pass';
import { Residents } from '../../accounts/residents';
import { appendingParts, Audit, AUDIT_COLUMNS, isStaleHead, type AuditRecord, type ChainHead } from '../../platform/audit/audit';
import type { StaffCaller } from '../../platform/auth/caller';
import { Notifier } from '../../messages/notifier.service';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import { Batches } from '../../platform/database/batches';
import { Database, queryIn, type Tx } from '../../platform/database/database';
import { columnArrays, unnested, type GivenColumn } from '../../platform/database/unnested';
import { usedTwiceNotice } from './used-twice-notice';

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

/** A scan that uses a code of a holder. */
export interface Use extends Scan {
  readonly holder: NonNullable<Scan['holder']>;
  readonly presentationId: string;
}

/** A use against which nothing speaks so far. */
export interface AcceptedScan extends Use {
  readonly challenge: Buffer;
  /** Where the audit of the permit ended when the scan was looked at. */
  readonly chainHead: ChainHead | undefined;
}

/** What became of a scan: on record, so the same for every retry of the request. */
export type KeptScan =
  | { readonly accepted: true; readonly at: Date; readonly challenge: Buffer }
  | { readonly accepted: false; readonly at: Date; readonly reason: RefusalReason };

export interface EarlierUse {
  readonly verificationId: string;
  readonly at: Date;
  readonly place: string;
  readonly deskId: string;
  readonly offline: boolean;
}

const SCAN: readonly GivenColumn[] = [
  ['holder_id', 'uuid'], ['verification_id', 'uuid'], ['permit_id', 'uuid'], ['device_id', 'uuid'], ['staff_id', 'uuid'], ['desk_id', 'uuid'],
  ['place', 'text'], ['purpose', 'text'], ['verified_at', 'timestamptz'], ['offline', 'boolean'], ['masked_name', 'bytea'],
];
const COLUMNS = SCAN.map(([name]) => name).join(', ');
const GIVEN = SCAN.map(([, type], index) => `$${index + 1}::${type}`).join(', ');

const USED: readonly GivenColumn[] = [...SCAN, ['presentation_id', 'uuid'], ['challenge', 'bytea'], ...AUDIT_COLUMNS];
const USE = {
  name: 'scan-use',
  // The accepted record is the single use: of any number of scans of one code, the unique index lets exactly one in. Its
  // audit goes with it, so one round trip and one commit do. A scan does not come back when its code was used before, or
  // when the scan itself is on record already.
  text: `WITH given AS (SELECT * FROM ${unnested(USED, 'given')}),
         used AS (
           INSERT INTO verifications (${COLUMNS}, accepted, presentation_id, challenge)
           SELECT ${COLUMNS}, true, presentation_id, challenge FROM given ORDER BY nr
           ON CONFLICT DO NOTHING RETURNING verification_id),
         audited AS (SELECT given.* FROM given JOIN used USING (verification_id)),
         ${appendingParts('audited')}
         SELECT verification_id FROM used`,
};
/** How often a scan is tried anew because others appended to the permit's audit at that very moment. */
const TRIES = 4;
const USE_ALONE = {
  name: 'scan-use-alone',
  text: `INSERT INTO verifications (${COLUMNS}, accepted, presentation_id, challenge, double_use_of) VALUES (${GIVEN}, true, $12::uuid, $13::bytea, $14::uuid)
         ON CONFLICT DO NOTHING RETURNING 1`,
};
/** A counter waits four seconds for an answer; a code lives no longer than this. */
const SAME_SCAN_MS = 30_000;
const RECORD = {
  name: 'scan-record',
  text: `INSERT INTO verifications (${COLUMNS}, accepted, reason) VALUES (${GIVEN}, false, $12) ON CONFLICT DO NOTHING RETURNING 1`,
};
const ON_RECORD = 'SELECT accepted, reason, verified_at, challenge FROM verifications WHERE holder_id = $1 AND verification_id = $2';
const EARLIER = `
  SELECT verification_id, verified_at, place, desk_id, offline FROM verifications WHERE holder_id = $1 AND presentation_id = $2 AND accepted AND double_use_of IS NULL`;

/** Keeps every scan, and that a code is used once. */
@Injectable()
export class ScanRecords {
  private readonly uses = new Batches<AcceptedScan, boolean>((scans) => this.useAll(scans), ({ holder }) => holder.holderId);

  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly notifier: Notifier,
    private readonly residents: Residents,
  ) {}

  /** Accepted when this scan is the first use of the code; when another one was, this is kept as `already-used`. */
  async use(scan: AcceptedScan): Promise<KeptScan> {
    const isFirst = await this.isFirstUse(scan);
    return isFirst ? { accepted: true, at: scan.at, challenge: scan.challenge } : this.refuse(scan, 'already-used');
  }

  /** A retry that comes too late for its code finds here what was decided when it was in time. */
  async refuse(scan: Scan, reason: RefusalReason): Promise<KeptScan> {
    const isNew = await this.database.prepared(RECORD, [...this.given(scan), reason]);
    return isNew.length === 1 ? { accepted: false, at: scan.at, reason } : this.onRecord(scan);
  }

  /** Keeps a use that was accepted without network. @returns the use at another place that came before it, if there was one */
  async useOffline(scan: Use): Promise<EarlierUse | undefined> {
    const { holder, verificationId, presentationId } = scan;
    const elsewhere = await this.database.inTransaction(async (tx) => {
      // Told before its time and refused, it stays so: a use must never point at a record that says otherwise.
      const [known] = await queryIn<{ accepted: boolean }>(tx, ON_RECORD, [holder.holderId, verificationId]);
      if (known?.accepted === false || (await this.recordOffline(tx, scan, undefined))) return undefined;
      const earlier = await this.earlierUse(holder.holderId, presentationId, tx);
      if (!earlier || earlier.verificationId === verificationId || isSameScan(earlier, scan)) return undefined;
      await this.recordOffline(tx, scan, earlier);
      return earlier;
    });
    if (elsewhere) await this.tellGuardians(scan, elsewhere);
    return elsewhere;
  }

  async earlierUse(holderId: string, presentationId: string, tx?: Tx): Promise<EarlierUse | undefined> {
    const values = [holderId, presentationId];
    type Row = { verification_id: string; verified_at: Date; place: string; desk_id: string; offline: boolean };
    const [row] = tx ? await queryIn<Row>(tx, EARLIER, values) : await this.database.query<Row>(EARLIER, values);
    return row && { verificationId: row.verification_id, at: row.verified_at, place: row.place, deskId: row.desk_id, offline: row.offline };
  }

  private async isFirstUse(scan: AcceptedScan): Promise<boolean> {
    const chain = readingOf(scan, 'permit.verified').chain;
    for (let head = scan.chainHead, tries = 1; ; head = await this.audit.head(chain), tries += 1) {
      try {
        return await this.uses.do({ ...scan, chainHead: head });
      } catch (error) {
        if (!isStaleHead(error)) throw error;
        if (tries === TRIES) return this.useInTurn(scan);
      }
    }
  }

  /** For a chain to which others append without pause: here they wait for each other. First the use, then the chain, as in `USE`. */
  private useInTurn(scan: AcceptedScan): Promise<boolean> {
    return this.database.inTransaction((tx) => this.useAlone(tx, scan, 'permit.verified', [scan.challenge, null]));
  }

  private async useAll(scans: readonly AcceptedScan[]): Promise<boolean[]> {
    const rows = scans.map((scan) => [
      ...this.given(scan), scan.presentationId, scan.challenge, ...this.audit.following(scan.chainHead, readingOf(scan, 'permit.verified')),
    ]);
    // In one order everywhere: two servers that take the same scans never wait for each other in a circle.
    rows.sort(([holder], [other]) => (String(holder) < String(other) ? -1 : 1));
    const used = new Set((await this.database.prepared<{ verification_id: string }>(USE, columnArrays(USED, rows))).map((row) => row.verification_id));
    return scans.map(({ verificationId }) => used.has(verificationId));
  }

  /** @returns whether it is new: a first use, or with `earlier` a double one */
  private async recordOffline(tx: Tx, scan: Use, earlier: EarlierUse | undefined): Promise<boolean> {
    const isNew = await this.useAlone(tx, scan, earlier ? 'permit.used-twice' : 'permit.verified-offline', [null, earlier?.verificationId ?? null]);
    if (isNew && earlier) await this.notifier.notify(tx, usedTwiceNotice(scan, earlier, { residentId: scan.holder.holderId }));
    return isNew;
  }

  /** A ward has no account. Each in a transaction of their own; whoever was told already is not told again. */
  private async tellGuardians(scan: Use, earlier: EarlierUse): Promise<void> {
    const { holderId } = scan.holder;
    const guardians = await this.residents.guardiansOf(holderId);
    const ward = guardians.length > 0 ? await this.residents.find(holderId) : undefined;
    if (!ward) return;
    for (const residentId of guardians) {
      await this.database.inTransaction((tx) => this.notifier.notify(tx, usedTwiceNotice(scan, earlier, { residentId, wardName: ward.name })));
    }
  }

  /** First the use, then its audit. @returns whether it is new */
  private async useAlone(tx: Tx, scan: Use, action: string, challengeAndDouble: readonly [Buffer | null, string | null]): Promise<boolean> {
    const rows = await queryIn(tx, USE_ALONE, [...this.given(scan), scan.presentationId, ...challengeAndDouble]);
    if (rows.length === 0) return false;
    await this.audit.record(tx, readingOf(scan, action));
    return true;
  }

  private async onRecord(scan: Scan): Promise<KeptScan> {
    type Row = { accepted: boolean; reason: RefusalReason | null; verified_at: Date; challenge: Buffer | null };
    const [row] = await this.database.query<Row>(ON_RECORD, [ownerOf(scan), scan.verificationId]);
    if (!row) throw new Error('a scan that was on record is gone');
    const { accepted, reason, verified_at: at, challenge } = row;
    if (!accepted || !challenge || !scan.holder) return { accepted: false, at, reason: reason ?? 'malformed' };
    const { holder } = scan;
    await this.audit.recordAlone(readingOf({ ...scan, holder }, 'permit.verification-read'));
    return { accepted: true, at, challenge };
  }

  private given(scan: Scan): unknown[] {
    const { verificationId, desk, purpose, at, offline, holder } = scan;
    const owner = ownerOf(scan);
    const maskedName = holder && this.cipher.seal({ field: 'verifications.masked_name', owner }, holder.maskedName);
    return [owner, verificationId, holder?.permitId ?? null, holder?.deviceId ?? null, desk.staffId, desk.deskId, desk.place, purpose, at, offline, maskedName ?? null];
  }
}

/**
 * Accepted here, but the answer came too late for the counter, which then judged by itself: one scan, on record already.
 */
const isSameScan = (earlier: EarlierUse, { desk, at }: Pick<Scan, 'desk' | 'at'>): boolean =>
  !earlier.offline && earlier.deskId === desk.deskId && Math.abs(earlier.at.getTime() - at.getTime()) <= SAME_SCAN_MS;

type Reading = Pick<AcceptedScan, 'holder' | 'desk' | 'purpose' | 'verificationId'>;

function readingOf({ holder, desk, purpose, verificationId }: Reading, action: string): AuditRecord {
  const subject = `permit:${holder.permitId}`;
  return { chain: subject, actor: { kind: 'staff', id: desk.staffId }, action, subject, purpose, details: { verificationId } };
}

/** What nobody's permit stands behind is kept under its own id. */
const ownerOf = ({ holder, verificationId }: Scan): string => holder?.holderId ?? verificationId;
