import { getCase, getHome, listServices, submitDraft, uploadFile } from '@yuezheng/shared-types';
import type { HttpOutcome, HttpRequest } from '../platform';
import { createClient } from './client';

const CASE = '7f2c1e3a-0000-4000-8000-000000000001';

const answer = (status: number, body: unknown): HttpOutcome => ({ kind: 'answer', status, body });

/** A client whose server gives the outcomes in turn, and whose sessions are the tokens in turn. */
function pretend(outcomes: HttpOutcome[], tokens: (string | undefined)[] = ['first']) {
  const sent: HttpRequest[] = [];
  const ended: string[] = [];
  let keys = 0;
  const next = (): HttpOutcome => outcomes.shift() ?? { kind: 'offline' };
  const client = createClient({
    base: '/api',
    session: {
      token: () => Promise.resolve(tokens[Math.min(ended.length, tokens.length - 1)]),
      ended: (token) => void ended.push(token),
    },
    send: (request) => {
      sent.push(request);
      return Promise.resolve(next());
    },
    sendFile: ({ url, headers, timeoutMs }) => {
      sent.push({ method: 'POST', url, headers, timeoutMs });
      return Promise.resolve(next());
    },
    newKey: () => Promise.resolve(`key-${(keys += 1)}`),
  });
  return { client, sent, ended };
}

it('reads with the session and without a body or a key', async () => {
  const { client, sent } = pretend([answer(200, { id: CASE })]);
  expect(await client.call(getCase, { params: { caseId: CASE } })).toEqual({ ok: true, value: { id: CASE } });
  expect(sent).toEqual([{ method: 'GET', url: `/api/cases/${CASE}`, headers: { Authorization: 'Bearer first' }, body: undefined, timeoutMs: 15_000 }]);
});

it('does not log anybody in for what is public', async () => {
  const { client, sent } = pretend([answer(200, { groups: [] })]);
  await client.call(listServices, { query: { city: '440100' } });
  expect(sent[0]?.headers).toEqual({});
});

it('writes with the key of the intent', async () => {
  const { client, sent } = pretend([answer(200, {}), answer(200, {})]);
  const input = { params: { draftId: CASE }, body: { version: 1, pledged: true as const } };
  await client.call(submitDraft, input, { key: 'mine' });
  await client.call(submitDraft, input);
  expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['mine', 'key-1']);
  expect(sent[0]?.body).toEqual({ version: 1, pledged: true });
});

it('renews a session that ran out, once, with the same key', async () => {
  const { client, sent, ended } = pretend([answer(401, { code: 'session-ended' }), answer(200, {})], ['first', 'second']);
  const done = await client.call(submitDraft, { params: { draftId: CASE }, body: { version: 1, pledged: true } });
  expect(done.ok).toBe(true);
  expect(ended).toEqual(['first']);
  expect(sent.map(({ headers }) => headers)).toEqual([
    { Authorization: 'Bearer first', 'Idempotency-Key': 'key-1' },
    { Authorization: 'Bearer second', 'Idempotency-Key': 'key-1' },
  ]);
});

it('asks to log in when the session cannot be renewed', async () => {
  const { client, sent } = pretend([answer(401, { code: 'session-ended', detail: '登录已失效，请重新登录。' })], ['first', undefined]);
  const done = await client.call(getHome, { query: { city: '440100' } });
  expect(done).toMatchObject({ ok: false, problem: { code: 'session-ended', sentence: '登录已失效，请重新登录。' } });
  expect(sent).toHaveLength(1);
});

it.each([
  [{ kind: 'offline' }, 'offline'],
  [{ kind: 'timeout' }, 'timeout'],
  [answer(200, '<html>'), 'unexpected'],
  [answer(502, '<html>Bad Gateway</html>'), 'unexpected'],
  [answer(409, { code: 'case-open' }), 'case-open'],
] as [HttpOutcome, string][])('says what came of %j', async (outcome, code) => {
  const { client } = pretend([outcome]);
  expect(await client.call(getHome, { query: { city: '440100' } })).toMatchObject({ ok: false, problem: { code } });
});

it('sends a picture with its purpose, the session and a key', async () => {
  const { client, sent } = pretend([answer(200, { id: CASE })]);
  await client.upload(uploadFile, { query: { purpose: 'photo' } }, 'tmp/picture.jpg');
  expect(sent[0]).toMatchObject({ url: '/api/files?purpose=photo', headers: { Authorization: 'Bearer first', 'Idempotency-Key': 'key-1' } });
});
