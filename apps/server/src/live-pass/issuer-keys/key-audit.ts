import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { IssuerKeys } from '@yuezheng/live-pass';
import { Audit } from '../../platform/audit/audit';
import { Database, queryIn, type Tx } from '../../platform/database/database';
import { withoutValues } from '../../platform/logging/without-values';
import { IssuerKeyring } from '../issuer-keyring';

const CHAIN = 'issuer-keys';

/** Which keys counters accept: SHA-256 of each public key, in hex, by kid. */
type Accepted = Readonly<Record<string, string>>;

/**
 * Keeps in the audit which issuer keys are accepted since when, by whatever way a key came into the folder or left it:
 * as every server publishes no other keys than those that it read, each reading is compared with what it recorded last.
 * A server that cannot read the folder any more has nothing new to say.
 */
@Injectable()
export class KeyAudit implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('issuer-keys');
  private recorded: string | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly keyring: IssuerKeyring,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    this.keyring.onRead(() => void this.follow());
    return this.follow();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.underWay;
  }

  /** Records the keys of now unless that is done. What fails is done at the next reading. */
  follow(): Promise<void> {
    const accepted = acceptedOf(this.keyring.published);
    const all = JSON.stringify(accepted);
    if (all !== this.recorded) {
      this.underWay = this.underWay
        .then(() => this.record(accepted))
        .then(() => void (this.recorded = all))
        .catch((error: unknown) => this.log.error({ err: withoutValues(error) }, 'the issuer keys could not be audited'));
    }
    return this.underWay;
  }

  /** One server after the other: what the first one records, the others need not. */
  private async record(accepted: Accepted): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await queryIn(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [CHAIN]);
      const before = await this.lastRecorded(tx);
      const added = Object.keys(accepted).filter((kid) => accepted[kid] !== before[kid]);
      const ended = Object.keys(before).filter((kid) => before[kid] !== accepted[kid]);
      if (added.length === 0 && ended.length === 0) return;
      const details = { accepted, added, ended, server: hostname() };
      await this.audit.record(tx, { chain: CHAIN, actor: { kind: 'system', id: CHAIN }, action: 'issuer-keys.changed', subject: CHAIN, details });
    });
  }

  private async lastRecorded(tx: Tx): Promise<Accepted> {
    const [last] = await queryIn<{ accepted: Accepted }>(
      tx, `SELECT details->'accepted' AS accepted FROM audit_entries WHERE chain = $1 ORDER BY seq DESC LIMIT 1`, [CHAIN],
    );
    return last?.accepted ?? {};
  }
}

const acceptedOf = (keys: IssuerKeys): Accepted =>
  Object.fromEntries([...keys].map(([kid, { publicKey }]) => [String(kid), createHash('sha256').update(publicKey).digest('hex')]));
