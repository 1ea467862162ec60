/** @jest-environment jsdom */
import '../testing/no-scrolling';
import '../testing/node-globals';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { connection } from '../api/connection';
import { sessionStore } from '../api/session-store';
import { counterDb } from '../counter/offline/counter-db';
import { fillBrowserGaps } from '../testing/browser-gaps';
import { LoginPage } from './login-page';
import { RequireSession } from './require-session';

fillBrowserGaps();
const staff = {
  id: '00000000-0000-4000-8000-000000000009',
  username: 'chen',
  name: '陈志远',
  office: '天河区',
  roles: ['reviewer'],
  cities: [],
};
const fetched = jest.fn<Promise<Partial<Response>>, []>();
Object.assign(globalThis, { fetch: fetched });
const answer = (status: number, body: unknown) =>
  fetched.mockResolvedValueOnce({ ok: status < 400, status, json: () => Promise.resolve(body) });
const refusal = (status: number, code: string, detail: string) =>
  answer(status, { type: 'about:blank', title: code, status, code, detail });

const openAt = (path: string) =>
  render(
    <MemoryRouter initialEntries={[path]} future={{ v7_relativeSplatPath: true, v7_startTransition: true }}>
      <Routes>
        <Route path="/" element={<p>首页</p>} />
        <Route path="/login" element={<LoginPage />} />
        <Route
          path="/review/:caseId"
          element={<RequireSession>{(session) => <p>审核 {session.staff.name}</p>}</RequireSession>}
        />
      </Routes>
    </MemoryRouter>,
  );
const password = () => screen.getByLabelText('密码') as HTMLInputElement;
const submit = () => {
  fireEvent.change(screen.getByLabelText('用户名'), { target: { value: 'chen' } });
  fireEvent.change(password(), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: '登录工作台' }));
};

beforeEach(() => {
  sessionStore.end('person');
  localStorage.clear();
});
afterEach(cleanup);

it.each([
  [401, 'wrong-password', '用户名或密码不正确，请检查后再试。'],
  [423, 'account-locked', '连续输错次数过多，账号已暂时锁定，请 15 分钟后再试或联系管理员。'],
])('says what is wrong (%i %s) and empties the password', async (status, code, sentence) => {
  refusal(status, code, sentence);
  openAt('/login');
  submit();
  expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  expect(password().value).toBe('');
});

it('comes back to where one was when the session ended, and remembers the user name', async () => {
  sessionStore.start({
    token: 'old',
    expiresAt: '2026-11-22T12:00:00.000Z',
    staff: { ...staff, roles: ['reviewer'] },
  });
  openAt('/review/42');
  expect(screen.getByText('审核 陈志远')).toBeTruthy();
  act(() => sessionStore.end('server'));
  expect(await screen.findByText(/登录已失效，请重新登录/)).toBeTruthy();
  expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('chen');
  answer(200, { token: 'new', expiresAt: '2026-11-22T12:00:00.000Z', staff });
  submit();
  await waitFor(() => expect(screen.getByText('审核 陈志远')).toBeTruthy());
});

describe('without a network', () => {
  const now = Date.now();
  const kept = {
    staff: { ...staff, name: '何嘉敏', roles: ['clerk' as const], counter: { id: staff.id, name: '天河窗口' } },
    login: '2026-11-22T12:00:00.000Z',
    since: now - 1_000,
    until: now + 3_600_000,
  };
  const keep = async () => (await counterDb()).put('clerk', kept, 'present');
  beforeEach(async () => {
    connection.reached();
    await (await counterDb()).clear('clerk');
  });

  it('lets the clerk of this desk go on with one tap', async () => {
    await keep();
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    openAt('/login');
    fireEvent.click(await screen.findByRole('button', { name: '没有网络，以 何嘉敏（天河窗口）身份离线核验' }));
    expect(sessionStore.current()).toMatchObject({ staff: { name: '何嘉敏' } });
    expect(sessionStore.current()?.token).toBeUndefined();
    fetched.mockReset();
  });

  it('offers nothing while the server answers', async () => {
    await keep();
    answer(200, { now });
    openAt('/login');
    await waitFor(() => expect(fetched).toHaveBeenCalled());
    expect(screen.queryByRole('button', { name: /离线核验/ })).toBeNull();
  });
});
