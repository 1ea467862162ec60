import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { KeyedHash } from '../crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../database/database';
import type { GivenColumn } from '../database/unnested';
import { canonicalJson } from './canonical-json';

export interface Actor {
  readonly kind: 'resident' | 'staff' | 'system';
  readonly id: string;
}

/** What is recorded. Ids only: no names, numbers or addresses belong in the audit. */
export interface AuditRecord {
  /** Which chain the entry extends: `case:<id>`, `permit:<id>`, `resident:<id>`, `staff:<id>`, `issuer-keys`. */
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

/** The last entry of a chain; nothing while the chain has none. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
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

const HEAD = { name: 'audit-head', text: 'SELECT seq, hash FROM audit_chains WHERE chain = $1' };

/** What `Audit.following` gives, as columns for a statement with `appendingParts`. */
export const AUDIT_COLUMNS: readonly GivenColumn[] = [
  ['audit_chain', 'text'], ['audit_seq', 'integer'], ['audit_at', 'timestamptz'], ['audit_actor_kind', 'text'], ['audit_actor_id', 'text'],
  ['audit_action', 'text'], ['audit_subject', 'text'], ['audit_purpose', 'text'], ['audit_details', 'jsonb'], ['audit_hash', 'bytea'],
];

/**
 * Appends entries within a statement that does something else as well: two more parts of its WITH, for one round trip
 * and one commit. Where a head has moved since it was read, the whole statement fails (see `isStaleHead`) and nothing of
 * it happened.
 *
 * @param from part of the WITH that has `AUDIT_COLUMNS`, one row for each entry, no two of one chain
 */
export const appendingParts = (from: string): string => `
  moved AS (
    INSERT INTO audit_chains AS head (chain, seq, hash) SELECT audit_chain, audit_seq, audit_hash FROM ${from} ORDER BY audit_chain
    ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash WHERE head.seq = excluded.seq - 1 RETURNING chain),
  appended AS (
    INSERT INTO audit_entries (chain, seq, at, actor_kind, actor_id, action, subject, purpose, details, hash)
    SELECT moved.chain, audit_seq, audit_at, audit_actor_kind, audit_actor_id, audit_action, audit_subject, audit_purpose, audit_details, audit_hash
    FROM ${from} LEFT JOIN moved ON moved.chain = audit_chain)`;

/** Whether a statement with `appendingParts` failed because others appended to the chain meanwhile. */
export const isStaleHead = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23502' && 'table' in error && error.table === 'audit_entries' && 'column' in error && error.column === 'chain';

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
    await queryIn(tx, APPEND, this.valuesOf(record, head.seq, head.hash));
  }

  /** Where a chain ends now. */
  async head(chain: string): Promise<ChainHead | undefined> {
    const [row] = await this.database.prepared<ChainHead & Record<string, unknown>>(HEAD, [chain]);
    return row;
  }

  /** The values of the entry that follows `head`, for a statement with `appendingParts`. */
  following(head: ChainHead | undefined, record: AuditRecord): unknown[] {
    return this.valuesOf(record, (head?.seq ?? 0) + 1, head?.hash ?? Buffer.alloc(0));
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

  private valuesOf({ chain, actor, action, subject, purpose, details }: AuditRecord, seq: number, previous: Buffer): unknown[] {
    const row = { seq, at: this.clock.date(), actor_kind: actor.kind, actor_id: actor.id, action, subject, purpose: purpose ?? null, details: { ...details } };
    const hash = this.hashOf(chain, previous, row);
    return [chain, row.seq, row.at, row.actor_kind, row.actor_id, row.action, row.subject, row.purpose, row.details, hash];
  }

  private hashOf(chain: string, previous: Buffer, row: Omit<EntryRow, 'hash'>): Buffer {
    const { seq, at, actor_kind, actor_id, action, subject, purpose, details } = row;
    const content = canonicalJson({ chain, seq, at: at.toISOString(), actor_kind, actor_id, action, subject, purpose, details });
    return this.keyedHash.of('audit-chain', Buffer.concat([previous, Buffer.from(content)]));
  }
}
