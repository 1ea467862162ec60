/** @jest-environment jsdom */
import { getReviewCase, getStaff, getStatusList, listPurposes, staffLogin } from '@yuezheng/shared-types';
import { callRoute, fetchBytes } from './client';
import { connection } from './connection';
import { sessionStore } from './session-store';
import { urlOf } from './url';

const staff = {
  id: '00000000-0000-4000-8000-000000000009',
  username: 'chen',
  name: '陈志远',
  office: '天河区',
  roles: ['reviewer' as const],
  cities: [],
};
const fetched = jest.fn<Promise<Partial<Response>>, [string, RequestInit]>();
const answer = (status: number, body: unknown) =>
  fetched.mockResolvedValueOnce({ ok: status < 400, status, json: () => Promise.resolve(body) });
const problem = (status: number, code: string) =>
  answer(status, { type: 'about:blank', title: code, status, code, detail: '说明' });
const caseId = '00000000-0000-4000-8000-000000000001';

beforeEach(() => {
  fetched.mockReset();
  Object.assign(globalThis, { fetch: fetched });
  sessionStore.start({ token: 'secret', expiresAt: '2026-11-22T12:00:00.000Z', staff });
});

it('sends the session with staff routes and to nobody else', async () => {
  answer(200, { purposes: [] });
  await callRoute(listPurposes, {});
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ authorization: 'Bearer secret' });
  problem(401, 'wrong-password');
  await callRoute(staffLogin, { body: { username: 'chen', password: 'x' } }, { intent: 'key' });
  expect(fetched.mock.calls[1]?.[1].headers).not.toHaveProperty('authorization');
  expect(fetched.mock.calls[1]?.[1].headers).toMatchObject({ 'idempotency-key': 'key' });
});

it('gives the refusal as a value with its code and sentence', async () => {
  problem(403, 'forbidden');
  const result = await callRoute(listPurposes, {});
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'forbidden', message: '说明', uncertain: false },
  });
});

it('ends the session when the server does not know it any more, not for a wrong password', async () => {
  problem(401, 'wrong-password');
  await callRoute(staffLogin, { body: { username: 'chen', password: 'x' } }, { intent: 'key' });
  expect(sessionStore.current()).toBeDefined();
  problem(401, 'session-ended');
  await callRoute(getReviewCase, { params: { caseId } });
  expect(sessionStore.current()).toBeUndefined();
  expect(sessionStore.endedBy()).toBe('server');
});

it('knows when the server cannot be reached, and when it is back', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await callRoute(getStaff, {})).toMatchObject({
    ok: false,
    failure: { reason: { kind: 'unreachable' }, uncertain: true },
  });
  expect(connection.isOnline()).toBe(false);
  answer(200, staff);
  expect(await callRoute(getStaff, {})).toEqual({ ok: true, value: staff });
  expect(connection.isOnline()).toBe(true);
});

it('does not trust an answer of another shape', async () => {
  answer(200, { purposes: 'none' });
  expect(await callRoute(listPurposes, {})).toMatchObject({
    ok: false,
    failure: { reason: { kind: 'unreadable' } },
  });
  answer(502, '<html>');
  expect(await callRoute(listPurposes, {})).toMatchObject({
    ok: false,
    failure: { reason: { kind: 'unreadable', status: 502 } },
  });
});

it('gives bytes as they came, asking whether those at hand are still good', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  fetched.mockResolvedValueOnce({ ok: true, status: 200, arrayBuffer: () => Promise.resolve(bytes.buffer) });
  expect(await fetchBytes(getStatusList, {})).toEqual({ ok: true, value: bytes });
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ cache: 'no-cache', headers: { accept: '*/*' } });
  fetched.mockResolvedValueOnce({ ok: true, status: 200, arrayBuffer: () => Promise.reject(new TypeError('cut off')) });
  expect(await fetchBytes(getStatusList, {})).toMatchObject({ ok: false, failure: { uncertain: true } });
});

it('sends nothing for somebody who works without a log-in', async () => {
  sessionStore.start({ expiresAt: '2026-11-22T12:00:00.000Z', staff });
  expect(await callRoute(listPurposes, {})).toMatchObject({
    ok: false,
    failure: { reason: { kind: 'offline-identity' }, isOutOfReach: true, uncertain: true },
  });
  expect(fetched).not.toHaveBeenCalled();
  expect(sessionStore.current()).toBeDefined();
});

it('writes parameters and queries into the address', () => {
  expect(
    urlOf(
      { path: '/staff/cases/:caseId/files/:fileId' },
      { params: { caseId: 'a/b', fileId: 'c' }, query: { size: 'thumb', none: undefined, empty: '' } },
    ),
  ).toBe('/api/staff/cases/a%2Fb/files/c?size=thumb');
});
