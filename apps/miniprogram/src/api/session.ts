import { loginWithWechat, type Me, type RouteOutput } from '@yuezheng/shared-types';
import type { Client, SessionKeeper } from './client';
import type { Answer } from './problem';

type Session = RouteOutput<typeof loginWithWechat>;

export interface SessionParts {
  load(): string | undefined;
  save(token: string): void;
  clear(): void;
  /** Whose things are kept on this phone, also after their session has ended. */
  loadOwner(): string | undefined;
  saveOwner(owner: string): void;
  clearOwner(): void;
  takeLoginCode(): Promise<string | undefined>;
  /** Whether a log-in is being handed over, which replaces the session that is kept. */
  codeIsWaiting(): boolean;
  login(code: string): Promise<Answer<Session>>;
  /** Another person may be looking from now on: what was kept for the one before must go. */
  forgetPerson(): void;
  /** What was read may read otherwise now. */
  reread(): void;
  /** Whether the person has logged out here and has not asked to come back. */
  hasLeft(): boolean;
  setLeft(left: boolean): void;
}

type LoggedIn = Pick<Session, 'token' | 'me'>;

export interface SessionStore extends SessionKeeper {
  /** Logs in by WeChat because the person asked for it; `undefined` where WeChat hands out no code. */
  enter(): Promise<Answer<Session> | undefined>;
  /** Takes over a session that was begun in another way (SMS). */
  begin(session: LoggedIn): void;
  /** Remembers who is logged in, once the server has told: a real name may come later than the log-in. */
  know(me: Me): void;
  /** Ends the session on this phone. */
  end(): void;
}

/** A person as far as the server shows one; `undefined` before the real name is verified: nobody can be told apart then. */
const ownerOf = ({ verified, documentType, name, idNumber, phone }: Me): string | undefined =>
  verified && idNumber !== undefined ? JSON.stringify([documentType, name, idNumber, phone]) : undefined;

/** Keeps the one session of this phone. However many calls ask at once, there is one log-in. */
export function createSession(parts: SessionParts): SessionStore {
  let token = parts.load();
  let loggingIn: Promise<string | undefined> | undefined;

  const own = (owner: string | undefined): void => (owner === undefined ? parts.clearOwner() : parts.saveOwner(owner));

  /** Gives whether this may be another person than the one before: the same one comes again with another token. */
  const keep = ({ token: next, me }: LoggedIn): boolean => {
    const [owner, before] = [ownerOf(me), parts.loadOwner()];
    const wasSomebody = before !== undefined || (token !== undefined && token !== next);
    const isAnother = wasSomebody && (owner === undefined || owner !== before);
    token = next;
    parts.save(next);
    own(owner);
    if (isAnother) parts.forgetPerson();
    return isAnother;
  };

  const drop = (): void => {
    token = undefined;
    parts.clear();
  };

  async function logIn(): Promise<string | undefined> {
    // Whoever has logged out is not logged in again behind their back.
    if (parts.hasLeft() && !parts.codeIsWaiting()) return token;
    const code = await parts.takeLoginCode();
    if (code === undefined) return token;
    const answer = await parts.login(code);
    if (answer.ok && keep(answer.value)) parts.reread();
    return token;
  }

  function begin(session: LoggedIn): void {
    parts.setLeft(false);
    keep(session);
    parts.reread();
  }

  return {
    token() {
      if (token !== undefined && !parts.codeIsWaiting() && loggingIn === undefined) return Promise.resolve(token);
      loggingIn ??= logIn().finally(() => {
        loggingIn = undefined;
      });
      return loggingIn;
    },
    ended(of) {
      if (of === token) drop();
    },
    async enter() {
      const code = await parts.takeLoginCode();
      if (code === undefined) return undefined;
      const answer = await parts.login(code);
      if (answer.ok) begin(answer.value);
      return answer;
    },
    begin,
    know(me) {
      if (token !== undefined && loggingIn === undefined) own(ownerOf(me));
    },
    end() {
      parts.setLeft(true);
      drop();
      parts.clearOwner();
      parts.forgetPerson();
      parts.reread();
    },
  };
}

/** The log-in that the session needs from the client, before there is a client. */
export const loginThrough =
  (client: () => Client) =>
  (code: string): Promise<Answer<Session>> =>
    client().call(loginWithWechat, { body: { code } });
