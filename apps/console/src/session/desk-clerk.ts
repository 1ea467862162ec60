import { sessionStore, type StaffSession } from '../api/session-store';
import { counterDb, type DeskClerk } from '../counter/offline/counter-db';

/** A shift, with its overtime: after that somebody has to log in again. */
const KEPT_MS = 12 * 3_600_000;

/** Keeps who works at this counter, in place of whoever did before. Officials who do not work at one are not kept. */
async function remember({ staff, expiresAt }: StaffSession, now: number): Promise<void> {
  if (!staff.roles.includes('clerk')) return;
  const clerk: DeskClerk = { staff, login: expiresAt, since: now, until: now + KEPT_MS };
  await (await counterDb()).put('clerk', clerk, 'present');
  // What waits to be sent must not be cleared away by a browser that is short of space. Some browsers ask the person
  // first: a log-out does not wait for the answer.
  void navigator.storage?.persist?.().catch(() => undefined);
}

/** Forgets the clerk of a log-in that has ended; one who has logged in since, in another tab, stays. */
async function forget(ended: StaffSession): Promise<void> {
  const transaction = (await counterDb()).transaction('clerk', 'readwrite');
  const kept = await transaction.store.get('present');
  if (kept?.login === ended.expiresAt && kept.staff.id === ended.staff.id) {
    await transaction.store.delete('present');
  }
  await transaction.done;
}

/** Who may go on working here without a network, for as long as a shift lasts; undefined when nobody may. */
export async function deskClerk(now: number = Date.now()): Promise<DeskClerk | undefined> {
  try {
    const kept = await (await counterDb()).get('clerk', 'present');
    return kept !== undefined && kept.since <= now && now < kept.until ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The clerk at work without a log-in: no token, and nothing of the other roles, which need the server. */
export const offlineSession = ({ staff, login }: DeskClerk): StaffSession => ({
  expiresAt: login,
  staff: { ...staff, roles: ['clerk'] },
});

/**
 * Keeps the clerk of this desk in step with the log-ins of this tab: kept from log-in until log-out or until the server
 * ends the session. A browser without storage keeps nobody, and the desk then needs a network to open.
 *
 * @returns ends the following
 */
export function followDeskClerk(): () => void {
  let before = sessionStore.current();
  let last: Promise<void> = Promise.resolve();
  return sessionStore.subscribe(() => {
    const [ended, present] = [before, sessionStore.current()];
    before = present;
    last = last
      .then(() => {
        if (present?.token !== undefined) return remember(present, Date.now());
        return present === undefined && ended !== undefined && sessionStore.endedBy() !== 'log-in'
          ? forget(ended)
          : undefined;
      })
      .catch(() => undefined);
  });
}
