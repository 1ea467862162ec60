import { Staff, z } from '@yuezheng/shared-types';
import { observable } from './observable';

const StoredSession = z.object({ token: z.optional(z.string()), expiresAt: z.string(), staff: Staff });

/**
 * A log-in as the server gave it, or, without a token, a clerk who goes on working at this desk while there is no
 * network. Kept for this tab only: desks are shared.
 */
export type StaffSession = z.infer<typeof StoredSession>;

/** Whether somebody works here without a log-in: only what needs no server can be done. */
export const isOfflineIdentity = (session: StaffSession | undefined): boolean =>
  session !== undefined && session.token === undefined;

const SESSION = 'yuezheng.console.session';
const USERNAME = 'yuezheng.console.username';

/**
 * Who ended the last session of this tab: the server (expired, logged in elsewhere), the person, or a clerk at work
 * without a log-in who is about to log in.
 */
export type SessionEnd = 'server' | 'person' | 'log-in';

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
