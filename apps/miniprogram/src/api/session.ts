import { loginWithWechat, type Me, type RouteOutput } from '@yuezheng/shared-types';
import type { Client, SessionKeeper } from './client';
import type { Answer } from './problem';

type Session = RouteOutput<typeof loginWithWechat>;

export interface SessionParts {
  load(): string | undefined;
  save(token: string): void;
  clear(): void;
  takeLoginCode(): Promise<string | undefined>;
  /** Whether a log-in is being handed over, which replaces the session that is kept. */
  codeIsWaiting(): boolean;
  login(code: string): Promise<Answer<Session>>;
  /** Another person may be looking from now on: what was read before must go. */
  onChange(): void;
  /** Whether the person has logged out here and has not asked to come back. */
  hasLeft(): boolean;
  setLeft(left: boolean): void;
}

export interface SessionStore extends SessionKeeper {
  /** Logs in by WeChat because the person asked for it; `undefined` where WeChat hands out no code. */
  enter(): Promise<Answer<Session> | undefined>;
  /** Takes over a session that was begun in another way (SMS). */
  begin(session: { token: string; me: Me }): void;
  /** Ends the session on this phone. */
  end(): void;
}

/** Keeps the one session of this phone. However many calls ask at once, there is one log-in. */
export function createSession(parts: SessionParts): SessionStore {
  let token = parts.load();
  let loggingIn: Promise<string | undefined> | undefined;

  const keep = (next: string): void => {
    const isAnother = token !== undefined && token !== next;
    token = next;
    parts.save(next);
    if (isAnother) parts.onChange();
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
    if (answer.ok) keep(answer.value.token);
    return token;
  }

  function begin(session: Pick<Session, 'token'>): void {
    parts.setLeft(false);
    keep(session.token);
    parts.onChange();
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
    end() {
      parts.setLeft(true);
      drop();
      parts.onChange();
    },
  };
}

/** The log-in that the session needs from the client, before there is a client. */
export const loginThrough =
  (client: () => Client) =>
  (code: string): Promise<Answer<Session>> =>
    client().call(loginWithWechat, { body: { code } });
