import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { counterDb, type CounterDb } from '../../apps/console/src/counter/offline/counter-db';
import { openTrust } from '../../apps/console/src/counter/offline/trust-opening';
import { keepUse, syncUses, type SendUses } from '../../apps/console/src/counter/offline/use-log';
import { verifyOffline } from '../../apps/console/src/counter/offline/verify-offline';

// One counter without a network, as a program of its own: the console's code over a store of its own. It is given its
// scans, judges them, many at once, and then brings its uses to the server.

interface Orders {
  readonly keySet: string;
  readonly statusList: string;
  /** Epoch ms: the server's time when the network went. */
  readonly since: number;
  readonly url: string;
  readonly token: string;
  /** Batches of scans that arrive at once. */
  readonly batches: readonly (readonly { readonly code: string; readonly at: number }[])[];
}

const RUN = 'proof';
const STAFF = randomUUID();

const orders = JSON.parse(await text(process.stdin)) as Orders;
const reading = (at: number) => ({ wall: at, monotonic: at - orders.since, run: RUN });
const trust = openTrust({
  keySet: orders.keySet,
  statusList: new Uint8Array(Buffer.from(orders.statusList, 'base64url')),
  clock: { serverTime: orders.since, reading: reading(orders.since) },
});
if (!trust) throw new Error('the keys or the list do not open');

const db = await counterDb();
const accepted = new Map<string, number>();
const naive = new Map<string, number>();
const noted = new Set<string>();
for (const batch of orders.batches) {
  await Promise.all(batch.map(async ({ code, at }) => {
    const { shown, use } = await verifyOffline(db, trust, { code, purpose: 'motor-vehicle', staffId: STAFF, reading: reading(at), id: randomUUID() });
    if (use) await keepUse(db, use);
    if (shown.kind === 'accepted') accepted.set(code, (accepted.get(code) ?? 0) + 1);
    if (await naiveAccepts(db, code)) naive.set(code, (naive.get(code) ?? 0) + 1);
  }));
}
const synced = await syncUses(db, STAFF, send);
const twice = (counts: ReadonlyMap<string, number>): number => [...counts.values()].filter((count) => count > 1).length;
process.stdout.write(JSON.stringify({
  scans: orders.batches.flat().length, codes: accepted.size, twice: twice(accepted), naiveTwice: twice(naive), synced, reported: (await db.getAll('doubles')).length,
}));

/** Looks whether the code was used, then notes it: what two scans at once fall through. */
async function naiveAccepts(store: CounterDb, code: string): Promise<boolean> {
  await store.count('seen');
  const known = noted.has(code);
  await store.count('seen');
  noted.add(code);
  return !known;
}

async function send(uses: Parameters<SendUses>[0]): ReturnType<SendUses> {
  const response = await fetch(`${orders.url}/api/staff/verifications/offline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${orders.token}`, 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ uses }),
  });
  if (!response.ok) throw new Error(`sync: ${response.status} ${await response.text()}`);
  return { ok: true, value: (await response.json()) as Awaited<ReturnType<SendUses>> extends { value: infer Value } ? Value : never };
}
