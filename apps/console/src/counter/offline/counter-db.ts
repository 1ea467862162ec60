import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { HolderClock } from '@yuezheng/live-pass';
import type { RefusalReason } from '@yuezheng/shared-types';

/** What a counter needs to verify alone: as published, not yet opened. */
export interface StoredTrust {
  /** COSE_KeySet, base64url. */
  readonly keySet: string;
  /** Token Status List, base64url. */
  readonly statusList: string;
  readonly clock: HolderClock;
}

/** A verification that was judged here and that the server does not know yet. */
export interface OfflineUse {
  readonly id: string;
  readonly staffId: string;
  /** Server time by this counter's clock, epoch ms. */
  readonly at: number;
  readonly code: string;
  readonly purpose: string;
  readonly accepted: boolean;
  readonly reason?: RefusalReason;
  /** Masked, from the credential; empty when there was none to read. */
  readonly name: string;
}

/** A use that turned out, at sync, to be the second one of its code. */
export interface DoubleUse {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  /** When it was judged here, epoch ms. */
  readonly at: number;
  readonly otherWhere: string;
  /** RFC 3339. */
  readonly otherAt: string;
}

interface Schema extends DBSchema {
  trust: { key: 'present'; value: StoredTrust };
  /** presentationId → when it was accepted here, epoch ms. */
  seen: { key: string; value: number };
  uses: { key: string; value: OfflineUse; indexes: { staffId: string } };
  doubles: { key: string; value: DoubleUse; indexes: { staffId: string } };
}

export type CounterDb = IDBPDatabase<Schema>;

let opened: Promise<CounterDb> | undefined;

/** The counter's own store in this browser; shared by all tabs. Rejects where the browser gives no storage. */
export function counterDb(): Promise<CounterDb> {
  opened ??= openDB<Schema>('yuezheng-counter', 1, {
    upgrade(db) {
      db.createObjectStore('trust');
      db.createObjectStore('seen');
      db.createObjectStore('uses', { keyPath: 'id' }).createIndex('staffId', 'staffId');
      db.createObjectStore('doubles', { keyPath: 'id' }).createIndex('staffId', 'staffId');
    },
  });
  return opened;
}
