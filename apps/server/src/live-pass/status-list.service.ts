import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { packStatuses, signStatusList, type IssuerKey } from '@yuezheng/live-pass';
import { nodeDeflate } from '@yuezheng/live-pass/node';
import { Config } from '../config/config';
import { STATUS_LIST_SIZE } from '../permits/permit-store';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { IssuerKeyring } from './issuer-keyring';
import { liveCrypto } from './live-crypto';
import { exceptionsIn, isSame, type Exceptions } from './status-exceptions';

/** A change of status is in the list that a counter fetches so soon. */
const CHECKED_FOR_MS = 2_000;
/** A list without changes is signed anew so often: its date is what a counter shows as “status as of”. */
const SIGNED_FOR_MS = 60_000;
/** How long a counter without network may rely on a list. */
const STATUS_LIST_LIFETIME_MS = 24 * 3_600_000;

const EXCEPTIONS = {
  name: 'status-exceptions',
  text: `SELECT
    (SELECT string_agg(status_index::text, ',' ORDER BY status_index) FROM permits WHERE status <> 'cancelled' AND valid_until < $1::date) AS suspended,
    (SELECT string_agg(status_index::text, ',' ORDER BY status_index) FROM permits WHERE status = 'cancelled') AS cancelled`,
};

/** A signed list as it is sent. */
export interface StatusListFile {
  readonly bytes: Buffer;
  /** Of the bytes; servers that know the same send the same. */
  readonly etag: string;
}

interface Made {
  readonly file: StatusListFile;
  readonly exceptions: Exceptions;
  readonly issuedAt: number;
  readonly kid: number;
}

/** The signed status list of all permits: read again every two seconds at most, made anew when it changed or its date is old. */
@Injectable()
export class StatusLists {
  private checked: { readonly at: number; readonly made: Promise<Made> } | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyring: IssuerKeyring,
  ) {}

  /** Token Status List in CWT form. */
  async get(): Promise<StatusListFile> {
    const now = this.clock.now();
    const age = this.checked ? now - this.checked.at : -1;
    if (this.checked && age >= 0 && age < CHECKED_FOR_MS) return (await this.checked.made).file;
    const before = this.checked?.made;
    const checked = { at: now, made: this.renewed(before, now) };
    this.checked = checked;
    checked.made.catch(() => {
      if (this.checked === checked) this.checked = undefined;
    });
    return (await checked.made).file;
  }

  private async renewed(before: Promise<Made> | undefined, now: number): Promise<Made> {
    const [row] = await this.database.prepared<Exceptions>(EXCEPTIONS, [this.clock.today()]);
    const exceptions = { suspended: row?.suspended ?? null, cancelled: row?.cancelled ?? null };
    const last = await before?.catch(() => undefined);
    const key = this.keyring.current;
    const changed = last !== undefined && !isSame(last.exceptions, exceptions);
    // Dated back to a whole step, so that servers that know the same sign the same bytes and a counter fetches them once.
    const issuedAt = startOf(now, changed ? CHECKED_FOR_MS : SIGNED_FOR_MS);
    const isFresh = last !== undefined && issuedAt <= last.issuedAt && last.issuedAt <= now;
    if (isFresh && !changed && last.kid === key.kid) return last;
    return { exceptions, issuedAt, kid: key.kid, file: await this.sign(exceptions, issuedAt, key) };
  }

  private async sign(exceptions: Exceptions, issuedAt: number, key: IssuerKey): Promise<StatusListFile> {
    const subject = `${this.config.env.PUBLIC_URL}/api/live-pass/status`;
    const packed = packStatuses(STATUS_LIST_SIZE, exceptionsIn(exceptions));
    const deflated = await nodeDeflate(packed);
    const signed = signStatusList({ subject, issuedAt, expiresAt: issuedAt + STATUS_LIST_LIFETIME_MS, packed }, key, liveCrypto, () => deflated);
    if (!signed.ok) throw new Error(`status list: ${signed.error}`);
    const bytes = Buffer.from(signed.value);
    return { bytes, etag: createHash('sha256').update(bytes).digest('base64url') };
  }
}

const startOf = (now: number, step: number): number => now - (now % step);
