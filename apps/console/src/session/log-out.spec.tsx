/** @jest-environment jsdom */
import '../testing/no-scrolling';
import '../testing/node-globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { sessionStore } from '../api/session-store';
import { sampleSession } from '../testing/sample-session';
import { RequireSession } from './require-session';
import { logOut } from './use-session';

const never = () => new Promise<Response>(() => undefined);
const refused = () => Promise.resolve({ ok: false, status: 500, json: () => Promise.resolve({}) } as Response);
const expired = () => Promise.resolve({ ok: false, status: 401, json: () => Promise.resolve({}) } as Response);
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
const broken = () => {
  throw new Error('blocked');
};

afterEach(cleanup);

it.each([never, refused, expired, unreachable, broken])(
  'empties the screen at once, whatever the server answers (%#)',
  async (answer) => {
    Object.assign(globalThis, { fetch: jest.fn(answer) });
    sessionStore.start(sampleSession({ roles: ['clerk'] }));
    render(
      <MemoryRouter
        initialEntries={['/counter']}
        future={{ v7_relativeSplatPath: true, v7_startTransition: true }}
      >
        <Routes>
          <Route path="/counter" element={<RequireSession>{() => <p>林晓岚</p>}</RequireSession>} />
          <Route path="/login" element={<p>登录</p>} />
        </Routes>
      </MemoryRouter>,
    );
    expect(screen.getByText('林晓岚')).toBeTruthy();
    // Not awaited: the farewell may go on behind.
    act(() => void logOut());
    expect(screen.queryByText('林晓岚')).toBeNull();
    expect(screen.getByText('登录')).toBeTruthy();
    await act(async () => undefined);
    expect(sessionStore.endedBy()).toBe('person');
  },
);
