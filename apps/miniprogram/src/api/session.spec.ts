import { createSession, type SessionParts } from './session';

const me = { verified: false, wards: [], unreadMessages: 0 };

/** A phone with what it has kept, and the codes that WeChat will hand over. */
function phone(kept: string | undefined, codes: string[]) {
  const log: string[] = [];
  let stored = kept;
  let waiting = false;
  let left = false;
  const parts: SessionParts = {
    load: () => stored,
    save: (token) => void (stored = token),
    clear: () => void (stored = undefined),
    takeLoginCode: () => {
      waiting = false;
      return Promise.resolve(codes.shift());
    },
    codeIsWaiting: () => waiting,
    login: (code) => {
      log.push(`login ${code}`);
      return Promise.resolve(
        code === 'bad'
          ? { ok: false, problem: { code: 'login-code-invalid', sentence: '登录凭证已过期。', fields: [] } }
          : { ok: true, value: { token: `token of ${code}`, expiresAt: '2030-01-01T00:00:00.000Z', me } },
      );
    },
    onChange: () => void log.push('another person'),
    hasLeft: () => left,
    setLeft: (now) => void (left = now),
  };
  return { session: createSession(parts), log, stored: () => stored, handOver: () => void (waiting = true) };
}

it('uses the session that is kept', async () => {
  const { session, log } = phone('kept', ['a']);
  expect(await session.token()).toBe('kept');
  expect(log).toEqual([]);
});

it('logs in once however many ask at the same time', async () => {
  const { session, log, stored } = phone(undefined, ['a', 'b']);
  expect(await Promise.all([session.token(), session.token(), session.token()])).toEqual(['token of a', 'token of a', 'token of a']);
  expect(log).toEqual(['login a']);
  expect(stored()).toBe('token of a');
});

it('gives way to whoever is handed over, and forgets what was read before', async () => {
  const { session, log, handOver } = phone('kept', ['b']);
  handOver();
  expect(await session.token()).toBe('token of b');
  expect(log).toEqual(['login b', 'another person']);
});

it('keeps nobody when the code is refused, and tries again next time', async () => {
  const { session, log } = phone(undefined, ['bad', 'c']);
  expect(await session.token()).toBeUndefined();
  expect(await session.token()).toBe('token of c');
  expect(log).toEqual(['login bad', 'login c']);
});

it('is not ended by the late answer to a session before', async () => {
  const { session } = phone('old', ['a']);
  session.begin({ token: 'new', me });
  session.ended('old');
  expect(await session.token()).toBe('new');
});

it('ends on this phone when the person leaves', async () => {
  const { session, log, stored } = phone('kept', []);
  session.end();
  expect(stored()).toBeUndefined();
  expect(await session.token()).toBeUndefined();
  expect(log).toEqual(['another person']);
});

it('does not log in by itself who has logged out, until they ask for it', async () => {
  const { session, log } = phone('kept', ['a']);
  session.end();
  expect(await session.token()).toBeUndefined();
  expect((await session.enter())?.ok).toBe(true);
  expect(await session.token()).toBe('token of a');
  expect(log).toEqual(['another person', 'login a', 'another person']);
});

it('lets a log-in that is handed over through after a log-out', async () => {
  const { session, handOver } = phone('kept', ['b']);
  session.end();
  handOver();
  expect(await session.token()).toBe('token of b');
});
