/** @jest-environment jsdom */
import '../../testing/node-globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { sessionStore } from '../../api/session-store';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { sampleSession } from '../../testing/sample-session';
import { storePurposes } from './kept-purposes';
import { PurposeCard } from './purpose-card';
import { PurposeChooser } from './purpose-chooser';
import { usePurpose } from './use-purpose';

fillBrowserGaps();
const PURPOSES = [
  { id: 'school', title: '义务教育入学', sees: ['姓名', '照片', '有效期'] },
  { id: 'vehicle', title: '机动车业务', sees: ['姓名', '有效期'] },
];

const logInAs = (id: string, expiresAt: string) =>
  sessionStore.start(
    sampleSession({ id: `00000000-0000-4000-8000-00000000000${id}`, roles: ['clerk'] }, expiresAt),
  );

function Desk() {
  const choice = usePurpose();
  return choice.chosen === undefined ? (
    <PurposeChooser choice={choice} scannedTooEarly={false} />
  ) : (
    <PurposeCard choice={choice} offline={false} />
  );
}
const open = () => {
  cleanup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Desk />
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  sessionStorage.clear();
  storePurposes(PURPOSES);
  logInAs('1', '2026-11-22T20:00:00.000Z');
});
afterEach(cleanup);

it('chooses nothing for the clerk, and keeps the choice for the shift', () => {
  open();
  expect(screen.getByRole('heading', { name: '先选择这次核验的用途' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /机动车业务/ }));
  expect(screen.getByRole('heading', { name: '用途：机动车业务' })).toBeTruthy();
  expect(screen.getByText('本窗口可见：姓名、有效期')).toBeTruthy();
  open();
  expect(screen.getByRole('heading', { name: '用途：机动车业务' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '义务教育入学' }));
  expect(screen.getByRole('heading', { name: '用途：义务教育入学' })).toBeTruthy();
});

it.each([
  ['another clerk at the same desk', '2', '2026-11-22T20:00:00.000Z'],
  ['the same clerk in the next shift', '1', '2026-11-23T20:00:00.000Z'],
])('asks %s again', (_who, id, expiresAt) => {
  open();
  fireEvent.click(screen.getByRole('button', { name: /机动车业务/ }));
  cleanup();
  logInAs(id, expiresAt);
  open();
  expect(screen.getByRole('heading', { name: '先选择这次核验的用途' })).toBeTruthy();
});

it('asks again when the purpose of the shift is no longer offered, or the note of it is damaged', () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: /机动车业务/ }));
  storePurposes(PURPOSES.slice(0, 1));
  open();
  expect(screen.getByRole('heading', { name: '先选择这次核验的用途' })).toBeTruthy();
  sessionStorage.setItem('yuezheng.console.purpose', '{');
  open();
  expect(screen.getByRole('heading', { name: '先选择这次核验的用途' })).toBeTruthy();
});

it('says that a code which was scanned too early was not verified', () => {
  render(
    <PurposeChooser
      choice={{ purposes: PURPOSES, loading: false, error: null, choose: () => undefined, reload: () => undefined }}
      scannedTooEarly
    />,
  );
  expect(screen.getByRole('alert').textContent).toMatch(/刚才的码没有核验/);
});

it('promises no more than a masked name and the last day while there is no server', () => {
  const choice = {
    purposes: PURPOSES,
    chosen: PURPOSES[0],
    loading: false,
    error: null,
    choose: () => undefined,
    reload: () => undefined,
  };
  render(<PurposeCard choice={choice} offline />);
  expect(screen.getByText('离线时只显示姓氏和有效期')).toBeTruthy();
  expect(screen.queryByText(/本窗口可见/)).toBeNull();
});
