import { syncVerifications } from '@yuezheng/shared-types';
import { callRoute } from '../../api/client';
import { observable } from '../../api/observable';
import { newUuid } from '../../api/uuid';
import { counterDb, type DoubleUse, type OfflineUse } from './counter-db';
import {
  acknowledgeDoubleUse,
  doubleUses,
  keepUse,
  syncUses,
  unsyncedOfOthers,
  unsyncedUses,
  type SendUses,
} from './use-log';

/** What the counter's store holds for one official, as the pages show it. */
export interface CounterLog {
  readonly unsynced: readonly OfflineUse[];
  readonly doubles: readonly DoubleUse[];
  /** How many verifications of other officials wait at this computer for their log-in. */
  readonly ofOthers: number;
}

const EMPTY_LOG: CounterLog = { unsynced: [], doubles: [], ofOthers: 0 };

const log = observable<CounterLog>(EMPTY_LOG);
const send: SendUses = (uses) => callRoute(syncVerifications, { body: { uses } }, { intent: newUuid() });

let syncing: Promise<boolean> | undefined;

async function reload(staffId: string): Promise<void> {
  const db = await counterDb();
  log.set({
    unsynced: await unsyncedUses(db, staffId),
    doubles: await doubleUses(db, staffId),
    ofOthers: await unsyncedOfOthers(db, staffId),
  });
}

/** The log in this tab; every change goes through here so that the pages follow. */
export const logStore = {
  current: log.current,
  subscribe: log.subscribe,
  reload,
  async keep(use: OfflineUse): Promise<void> {
    await keepUse(await counterDb(), use);
    await reload(use.staffId);
  },
  async sync(staffId: string): Promise<void> {
    syncing ??= counterDb()
      .then((db) => syncUses(db, staffId, send))
      .finally(() => {
        syncing = undefined;
      });
    await syncing;
    await reload(staffId);
  },
  async acknowledge(double: DoubleUse): Promise<void> {
    await acknowledgeDoubleUse(await counterDb(), double.id);
    await reload(double.staffId);
  },
};
