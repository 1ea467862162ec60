import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { HolderClock } from '@yuezheng/live-pass';
import type { RefusalReason, Staff } from '@yuezheng/shared-types';

/** What a counter needs to verify alone: as published, not yet opened. */
export interface StoredTrust {
  /** COSE_KeySet, base64url. */
  readonly keySet: string;
  /** Token Status List in CWT form. */
  readonly statusList: Uint8Array;
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

/** The clerk of this desk, so that work can go on after a restart without a network. No token, no password. */
export interface DeskClerk {
  readonly staff: Staff;
  /** Which log-in this is of: its end, RFC 3339. */
  readonly login: string;
  /** This computer's time of the log-in and the end of its use offline, epoch ms. */
  readonly since: number;
  readonly until: number;
}

interface Schema extends DBSchema {
  trust: { key: 'present'; value: StoredTrust };
  /** The latest moment without a network at which this counter ran, by its own clock, epoch ms. */
  clockMark: { key: 'present'; value: number };
  clerk: { key: 'present'; value: DeskClerk };
  /** presentationId → when it was accepted here, epoch ms. */
  seen: { key: string; value: number };
  uses: { key: string; value: OfflineUse; indexes: { staffId: string } };
  doubles: { key: string; value: DoubleUse; indexes: { staffId: string } };
}

export type CounterDb = IDBPDatabase<Schema>;

const NAME = 'yuezheng-counter';
const VERSION = 2;

let opened: Promise<CounterDb> | undefined;

/** The counter's own store in this browser; shared by all tabs. Rejects where the browser gives no storage. */
export function counterDb(): Promise<CounterDb> {
  opened ??= open().catch((refusal: unknown) => {
    opened = undefined;
    throw refusal;
  });
  return opened;
}

function open(): Promise<CounterDb> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(db, before, _after, transaction) {
      if (before === 0) {
        db.createObjectStore('trust');
        db.createObjectStore('seen');
        db.createObjectStore('uses', { keyPath: 'id' }).createIndex('staffId', 'staffId');
        db.createObjectStore('doubles', { keyPath: 'id' }).createIndex('staffId', 'staffId');
      }
      // Keys and statuses of another shape are fetched again; uses and what was seen are nobody else's to give back.
      if (before === 1) void transaction.objectStore('trust').clear();
      db.createObjectStore('clerk');
      db.createObjectStore('clockMark');
    },
    // A newer page in another tab wants to change the store: this tab must not hold it up.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  });
}
