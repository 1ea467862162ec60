import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IssuerKeys } from '@yuezheng/live-pass';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { OutboxTask } from '../../platform/outbox/outbox-task';
import { IssuerKeyring } from '../issuer-keyring';

const CHAIN = 'issuer-keys';

/** Which keys counters accept: SHA-256 of each public key, in hex, by kid. */
type Accepted = Readonly<Record<string, string>>;

/** Keeps in the audit which issuer keys are accepted since when, by whatever way a key came into the folder or left it. */
@Injectable()
export class KeyAudit {
  constructor(
    private readonly keyring: IssuerKeyring,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  @OutboxTask('issuer-keys.record', { cron: '* * * * *' })
  async record(): Promise<void> {
    const [before, accepted] = [await this.lastRecorded(), acceptedOf(this.keyring.published)];
    const added = Object.keys(accepted).filter((kid) => accepted[kid] !== before[kid]);
    const ended = Object.keys(before).filter((kid) => before[kid] !== accepted[kid]);
    if (added.length === 0 && ended.length === 0) return;
    await this.audit.recordAlone({
      chain: CHAIN, actor: { kind: 'system', id: CHAIN }, action: 'issuer-keys.changed', subject: CHAIN, details: { accepted, added, ended },
    });
  }

  private async lastRecorded(): Promise<Accepted> {
    const [last] = await this.database.query<{ accepted: Accepted }>(
      `SELECT details->'accepted' AS accepted FROM audit_entries WHERE chain = $1 ORDER BY seq DESC LIMIT 1`, [CHAIN],
    );
    return last?.accepted ?? {};
  }
}

const acceptedOf = (keys: IssuerKeys): Accepted =>
  Object.fromEntries([...keys].map(([kid, { publicKey }]) => [String(kid), createHash('sha256').update(publicKey).digest('hex')]));
