import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { KeyedHash } from '../crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../database/database';
import { canonicalJson } from './canonical-json';

export interface Actor {
  readonly kind: 'resident' | 'staff' | 'system';
  readonly id: string;
}

/** What is recorded. Ids only: no names, numbers or addresses belong in the audit. */
export interface AuditRecord {
  /** Which chain the entry extends: `case:<id>`, `permit:<id>`, `resident:<id>`, `staff:<id>`. */
  readonly chain: string;
  readonly actor: Actor;
  /** Such as `case.approved` or `permit.id-number-read`. */
  readonly action: string;
  /** Whom or what it touched, such as `case:<id>`. */
  readonly subject: string;
  /** Why personal data was read. */
  readonly purpose?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number }
  | { readonly intact: false; readonly brokenAt: number };

interface EntryRow {
  seq: number;
  at: Date;
  actor_kind: Actor['kind'];
  actor_id: string;
  action: string;
  subject: string;
  purpose: string | null;
  details: Record<string, unknown>;
  hash: Buffer;
}

const TAKE_HEAD = {
  name: 'audit-take-head',
  text: `INSERT INTO audit_chains AS head (chain, seq, hash) VALUES ($1, 1, '')
         ON CONFLICT (chain) DO UPDATE SET seq = head.seq + 1 RETURNING seq, hash`,
};
const APPEND = {
  name: 'audit-append',
  text: `WITH entry AS (
           INSERT INTO audit_entries (chain, seq, at, actor_kind, actor_id, action, subject, purpose, details, hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING chain, hash)
         UPDATE audit_chains head SET hash = entry.hash FROM entry WHERE head.chain = entry.chain`,
};

/**
 * Append-only records whose hashes (HMAC, key outside the database) each cover the one before:
 * whoever changes, removes or inserts a row breaks its chain.
 */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** Appends within the caller's transaction; others who append to the same chain wait for it. */
  async record(tx: Tx, record: AuditRecord): Promise<void> {
    const [head] = await queryIn<{ seq: number; hash: Buffer }>(tx, TAKE_HEAD, [record.chain]);
    if (!head) throw new Error('an upsert returned no row');
    const row = {
      seq: head.seq,
      at: this.clock.date(),
      actor_kind: record.actor.kind,
      actor_id: record.actor.id,
      action: record.action,
      subject: record.subject,
      purpose: record.purpose ?? null,
      details: { ...record.details },
    };
    const hash = this.hashOf(record.chain, head.hash, row);
    await queryIn(tx, APPEND, [
      record.chain, row.seq, row.at, row.actor_kind, row.actor_id, row.action, row.subject, row.purpose, row.details, hash,
    ]);
  }

  /** Appends in a transaction of its own: for what changed nothing, such as a reading. */
  recordAlone(record: AuditRecord): Promise<void> {
    return this.database.inTransaction((tx) => this.record(tx, record));
  }

  /** Recomputes a chain from its first entry. `brokenAt` is the first sequence number that does not hold. */
  async verify(chain: string): Promise<ChainVerdict> {
    const entries = await this.database.query<EntryRow>('SELECT * FROM audit_entries WHERE chain = $1 ORDER BY seq', [chain]);
    const [head] = await this.database.query<{ seq: number }>('SELECT seq FROM audit_chains WHERE chain = $1', [chain]);
    let previous: Buffer = Buffer.alloc(0);
    for (const [index, entry] of entries.entries()) {
      if (entry.seq !== index + 1 || !this.hashOf(chain, previous, entry).equals(entry.hash)) return { intact: false, brokenAt: index + 1 };
      previous = entry.hash;
    }
    return (head?.seq ?? 0) === entries.length ? { intact: true, entries: entries.length } : { intact: false, brokenAt: entries.length + 1 };
  }

  private hashOf(chain: string, previous: Buffer, row: Omit<EntryRow, 'hash'>): Buffer {
    const { seq, at, actor_kind, actor_id, action, subject, purpose, details } = row;
    const content = canonicalJson({ chain, seq, at: at.toISOString(), actor_kind, actor_id, action, subject, purpose, details });
    return this.keyedHash.of('audit-chain', Buffer.concat([previous, Buffer.from(content)]));
  }
}
