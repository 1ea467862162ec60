import { Injectable } from '@nestjs/common';
import { packStatuses, signStatusList, type ListedStatus } from '@yuezheng/live-pass';
import { nodeDeflate } from '@yuezheng/live-pass/node';
import { Config } from '../config/config';
import { statusOnSql } from '../permits/permit-status';
import { STATUS_LIST_SIZE } from '../permits/permit-store';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { IssuerKeyring } from './issuer-keyring';
import { liveCrypto, toBase64Url } from './live-crypto';

/** A change of status is in the list that a counter fetches so soon. */
const FRESH_MS = 5_000;
/** How long a counter without network may rely on a list. */
const LIFETIME_MS = 24 * 3_600_000;

const EXCEPTIONS = `
  SELECT status_index, ${statusOnSql('permits', '$1')} AS status FROM permits WHERE status = 'cancelled' OR valid_until < $1::date`;

interface Signed {
  readonly at: number;
  readonly list: Promise<string>;
}

/** The signed status list of all permits, made anew at most every five seconds. */
@Injectable()
export class StatusLists {
  private latest: Signed | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyring: IssuerKeyring,
  ) {}

  /** Token Status List in CWT form, base64url. */
  get(): Promise<string> {
    const now = this.clock.now();
    const age = this.latest ? now - this.latest.at : -1;
    if (this.latest && age >= 0 && age < FRESH_MS) return this.latest.list;
    const made: Signed = { at: now, list: this.make(now) };
    this.latest = made;
    made.list.catch(() => {
      if (this.latest === made) this.latest = undefined;
    });
    return made.list;
  }

  private async make(now: number): Promise<string> {
    const rows = await this.database.query<{ status_index: number; status: ListedStatus }>(EXCEPTIONS, [this.clock.today()]);
    const packed = packStatuses(STATUS_LIST_SIZE, rows.map((row) => [row.status_index, row.status] as const));
    const subject = `${this.config.env.PUBLIC_URL}/api/live-pass/status`;
    const signed = signStatusList({ subject, issuedAt: now, expiresAt: now + LIFETIME_MS, packed }, this.keyring.current, liveCrypto, nodeDeflate);
    if (!signed.ok) throw new Error(`status list: ${signed.error}`);
    return toBase64Url(signed.value);
  }
}
