import type { RouteInput, RouteOutput, syncVerifications } from '@yuezheng/shared-types';
import type { Answer } from '../../api/answer';
import { newUuid } from '../../api/uuid';
import type { CounterDb, DoubleUse, OfflineUse } from './counter-db';

/** The server takes this many at once. */
const BATCH = 200;

/** Keeps a verification until the server has it; on the disk, whatever happens to this computer. */
export async function keepUse(db: CounterDb, use: OfflineUse): Promise<void> {
  const transaction = db.transaction('uses', 'readwrite', { durability: 'strict' });
  await transaction.store.put(use);
  await transaction.done;
}

/** What this official verified here and the server does not know yet, the oldest first. */
export async function unsyncedUses(db: CounterDb, staffId: string): Promise<readonly OfflineUse[]> {
  const uses = await db.getAllFromIndex('uses', 'staffId', staffId);
  return uses.sort((one, other) => one.at - other.at);
}

/** How many verifications of other officials wait here until those log in at this computer again. */
export const unsyncedOfOthers = async (db: CounterDb, staffId: string): Promise<number> =>
  (await db.count('uses')) - (await db.countFromIndex('uses', 'staffId', staffId));

export const doubleUses = async (db: CounterDb, staffId: string): Promise<readonly DoubleUse[]> =>
  db.getAllFromIndex('doubles', 'staffId', staffId);

export const acknowledgeDoubleUse = async (db: CounterDb, id: string): Promise<void> =>
  db.delete('doubles', id);

type SentUse = RouteInput<typeof syncVerifications>['body']['uses'][number];
type SyncAnswer = RouteOutput<typeof syncVerifications>;

/** Brings uses to the server. */
export type SendUses = (uses: SentUse[]) => Promise<Answer<SyncAnswer>>;

/**
 * Sends what was verified without a network. What the server has stored is forgotten here; what it found to be the
 * second use of a code is kept to be shown. Sending the same use twice is harmless: its id says which one it is. Where
 * the server knows another code under an id, the use gets an id of its own and is sent again: no use is lost.
 *
 * @returns whether nothing is left to send
 */
export async function syncUses(db: CounterDb, staffId: string, send: SendUses): Promise<boolean> {
  for (;;) {
    const batch = (await unsyncedUses(db, staffId)).slice(0, BATCH);
    if (batch.length === 0) return true;
    const answer = await send(
      batch.map(({ id, at, code, purpose, accepted, reason }) => ({
        id,
        at,
        code,
        purpose,
        accepted,
        reason,
      })),
    );
    if (!answer.ok) return false;
    const forgotten = await settle(db, batch, answer.value);
    if (forgotten === 0) return false;
  }
}

async function settle(
  db: CounterDb,
  batch: readonly OfflineUse[],
  { stored, doubleUses: found, otherCode }: SyncAnswer,
): Promise<number> {
  const known = new Map(batch.map((use) => [use.id, use]));
  const settled = new Set([...stored, ...found.map(({ id }) => id)].filter((id) => known.has(id)));
  const transaction = db.transaction(['uses', 'doubles'], 'readwrite');
  for (const { id, where, at } of found) {
    const use = known.get(id);
    if (use === undefined) continue;
    await transaction
      .objectStore('doubles')
      .put({ id, staffId: use.staffId, name: use.name, at: use.at, otherWhere: where, otherAt: at });
  }
  const renamed = otherCode.flatMap((id) => (settled.has(id) ? [] : (known.get(id) ?? [])));
  for (const use of renamed) {
    await transaction.objectStore('uses').delete(use.id);
    await transaction.objectStore('uses').put({ ...use, id: newUuid() });
  }
  for (const id of settled) await transaction.objectStore('uses').delete(id);
  await transaction.done;
  return settled.size + renamed.length;
}
