import type { Me } from '@yuezheng/shared-types';
import { createSession, type SessionParts } from './session';

const me: Me = { verified: false, wards: [], unreadMessages: 0 };
const verified = (name: string, more: Partial<Me> = {}): Me => ({ ...me, verified: true, documentType: 'citizen-id', name, idNumber: `4304 **** **** **${name.length}1`, ...more });

/** A phone with what it has kept, the codes that WeChat will hand over, and whose codes they are. */
function phone(kept: string | undefined, codes: string[], people: Readonly<Record<string, Me>> = {}) {
  const log: string[] = [];
  let stored = kept;
  let owner: string | undefined;
  let waiting = false;
  let left = false;
  const parts: SessionParts = {
    load: () => stored,
    save: (token) => void (stored = token),
    clear: () => void (stored = undefined),
    loadOwner: () => owner,
    saveOwner: (next) => void (owner = next),
    clearOwner: () => void (owner = undefined),
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
          : { ok: true, value: { token: `token of ${code}`, expiresAt: '2030-01-01T00:00:00.000Z', me: people[code] ?? me } },
      );
    },
    forgetPerson: () => void log.push('another person'),
    reread: () => void log.push('read again'),
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
  expect(log).toEqual(['login b', 'another person', 'read again']);
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
  expect(log).toEqual(['another person', 'read again']);
});

it('does not log in by itself who has logged out, until they ask for it', async () => {
  const { session, log } = phone('kept', ['a']);
  session.end();
  expect(await session.token()).toBeUndefined();
  expect((await session.enter())?.ok).toBe(true);
  expect(await session.token()).toBe('token of a');
  expect(log).toEqual(['another person', 'read again', 'login a', 'read again']);
});

it('lets a log-in that is handed over through after a log-out', async () => {
  const { session, handOver } = phone('kept', ['b']);
  session.end();
  handOver();
  expect(await session.token()).toBe('token of b');
});

describe('a log-in that is handed over', () => {
  const lin = verified('林晓岚', { unreadMessages: 3 });

  it('leaves what is kept to the same person, who comes by another code', async () => {
    const { session, log, handOver } = phone(undefined, ['a', 'b'], { a: lin, b: { ...lin, unreadMessages: 0 } });
    await session.token();
    handOver();
    expect(await session.token()).toBe('token of b');
    expect(log).toEqual(['login a', 'login b']);
  });

  it('knows who proved their real name after the log-in', async () => {
    const { session, log, handOver } = phone('kept', ['b'], { b: lin });
    session.know(lin);
    handOver();
    await session.token();
    expect(log).toEqual(['login b']);
  });

  it.each([
    ['another resident', verified('欧阳雨桐')],
    ['a namesake', verified('林晓岚', { idNumber: '4403 **** **** **21' })],
    ['somebody whose name nobody has verified', me],
  ])('leaves nothing to %s', async (_, next) => {
    const { session, log, handOver } = phone(undefined, ['a', 'b'], { a: lin, b: next });
    await session.token();
    handOver();
    await session.token();
    expect(log).toEqual(['login a', 'login b', 'another person', 'read again']);
  });

  it('leaves nothing to another resident either when the session before has ended', async () => {
    const { session, log } = phone(undefined, ['a', 'b'], { a: lin, b: verified('欧阳雨桐') });
    session.ended((await session.token()) ?? '');
    expect(await session.token()).toBe('token of b');
    expect(log).toEqual(['login a', 'login b', 'another person', 'read again']);
  });
});
