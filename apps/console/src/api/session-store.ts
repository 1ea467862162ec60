import { Staff, z } from '@yuezheng/shared-types';
import { observable } from './observable';

const StoredSession = z.object({ token: z.string(), expiresAt: z.string(), staff: Staff });

/** A log-in as the server gave it. Kept for this tab only: desks are shared. */
export type StaffSession = z.infer<typeof StoredSession>;

const SESSION = 'yuezheng.console.session';
const USERNAME = 'yuezheng.console.username';

/** Who ended the last session of this tab: the server (expired, logged in elsewhere) or the person. */
export type SessionEnd = 'server' | 'person';

let endedBy: SessionEnd | undefined;

const session = observable<StaffSession | undefined>(load());

function load(): StaffSession | undefined {
  const parsed = z.safeParse(StoredSession, parseJson(sessionStorage.getItem(SESSION)));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const sessionStore = {
  current: session.current,
  subscribe: session.subscribe,
  start(next: StaffSession): void {
    sessionStorage.setItem(SESSION, JSON.stringify(next));
    localStorage.setItem(USERNAME, next.staff.username);
    endedBy = undefined;
    session.set(next);
  },
  endedBy: (): SessionEnd | undefined => endedBy,
  end(by: SessionEnd): void {
    if (session.current() !== undefined) endedBy = by;
    sessionStorage.removeItem(SESSION);
    session.set(undefined);
  },
  /** The user name of the last log-in on this computer; empty at first. */
  lastUsername: (): string => localStorage.getItem(USERNAME) ?? '',
};
