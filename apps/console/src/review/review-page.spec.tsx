/** @jest-environment jsdom */
import '../testing/node-globals';
import '../testing/no-scrolling';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { sessionStore } from '../api/session-store';
import { fillBrowserGaps } from '../testing/browser-gaps';
import { sampleCase } from '../testing/sample-case';
import { sampleSession } from '../testing/sample-session';
import { ReviewPage } from './review-page';

fillBrowserGaps();
const free = sampleCase({ state: 'submitted', actions: [], claim: undefined, claimable: true });
const taken = sampleCase();

/** The server in small: one case, free until it is claimed. */
const office = () => {
  let claimed = false;
  const row = {
    id: free.id,
    number: free.number,
    applicant: free.applicant,
    serviceTitle: free.serviceTitle,
    note: '',
    city: '440100',
    state: 'submitted',
    chip: { text: '还剩 9 天', tone: 'info' },
    supplied: false,
    mine: false,
    submittedAt: '2026-11-20T01:38:00.000Z',
  };
  const answer = (url: string, method: string): unknown => {
    if (method === 'POST') {
      claimed = true;
      return taken;
    }
    if (!url.includes('?tab=')) return claimed ? taken : free;
    const tab = claimed ? 'mine' : 'unclaimed';
    const own = claimed ? 1 : 0;
    const counts = { open: 1, mine: own, claimed: own, unclaimed: 1 - own, due: 3, overdue: 1, supplied: 0, waiting: 2 };
    return { items: url.includes(`tab=${tab}`) || url.includes('&q=') ? [{ ...row, mine: claimed }] : [], counts };
  };
  return (url: string, init?: RequestInit) =>
    Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(answer(url, init?.method ?? 'GET')) });
};

function Place() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}
const open = (search: string) => {
  Object.assign(globalThis, { fetch: office() });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter
        initialEntries={[`/review/${free.id}${search}`]}
        future={{ v7_relativeSplatPath: true, v7_startTransition: true }}
      >
        <Routes>
          <Route path="/review/:caseId?" element={<ReviewPage />} />
        </Routes>
        <Place />
      </MemoryRouter>
    </QueryClientProvider>,
  );
};
const place = () => document.querySelector('output')?.textContent;
const claimIt = async () => {
  fireEvent.click(await screen.findByRole('button', { name: '认领此件' }));
  await screen.findByText(/您于 .* 认领/);
};

beforeEach(() => sessionStore.start(sampleSession()));
afterEach(cleanup);

it('goes with the claimed case to 我的, and counts anew', async () => {
  open('?tab=unclaimed');
  await screen.findByRole('button', { name: '未认领 1' });
  await claimIt();
  await waitFor(() => expect(place()).toBe(`/review/${free.id}?tab=mine`));
  await screen.findByRole('button', { name: '我的 1', pressed: true });
  expect(screen.getByRole('button', { name: '未认领 0' })).toBeTruthy();
  // The counts may come with another answer than the list does.
  expect((await screen.findByRole('link', { name: /林晓岚/ })).getAttribute('aria-current')).toBe('true');
});

it('stays in what was searched for', async () => {
  open('?tab=unclaimed&q=林晓岚');
  await claimIt();
  expect(decodeURIComponent(place() ?? '')).toBe(`/review/${free.id}?tab=unclaimed&q=林晓岚`);
});

it('searches in all parts: none is chosen meanwhile, and any of them leads back', async () => {
  open('?tab=mine&q=林晓岚');
  await screen.findByText(/在所有分类中查找/);
  expect(screen.queryByRole('button', { pressed: true })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^我的/ }));
  await waitFor(() => expect(place()).toBe(`/review/${free.id}?tab=mine`));
  expect((screen.getByLabelText('搜索申请人、审核人员或办件编号') as HTMLInputElement).value).toBe('');
});

it('shows an administrator what everybody has claimed, and no part of his own', async () => {
  sessionStore.start(sampleSession({ roles: ['administrator'] }));
  open('?tab=claimed');
  await screen.findByRole('button', { name: '已认领 0', pressed: true });
  expect(screen.getByText('审核人员认领的办件会列在这里。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^我的/ })).toBeNull();
});

it('shows a reviewer no part for the claims of others', async () => {
  open('');
  await screen.findByRole('button', { name: '我的 0' });
  expect(screen.queryByRole('button', { name: /^已认领/ })).toBeNull();
});

it('begins with what waits for somebody where nothing is one’s own', async () => {
  open('');
  await screen.findByRole('button', { name: '未认领 1', pressed: true });
  await waitFor(() => expect(place()).toBe(`/review/${free.id}?tab=unclaimed`));
});

it('tells what is late from what will be', async () => {
  open('');
  expect(await screen.findByText('1 件已超期')).toBeTruthy();
  expect(screen.getByText('2 件将超期')).toBeTruthy();
});

it('goes from the last own case that was decided to what nobody has', async () => {
  open('?tab=unclaimed');
  await claimIt();
  await waitFor(() => expect(place()).toBe(`/review/${free.id}?tab=mine`));
  fireEvent.click(screen.getByRole('button', { name: /^通过并签发/ }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '通过并签发' }));
  await waitFor(() => expect(place()).toBe('/review?tab=unclaimed'));
  expect(screen.getByText(/已通过，申请人会收到通知/)).toBeTruthy();
});

it('gives what waits for the applicant its own place', async () => {
  open('?tab=mine');
  fireEvent.click(await screen.findByRole('button', { name: '等待申请人 2' }));
  await waitFor(() => expect(place()).toBe(`/review/${free.id}?tab=waiting`));
  expect(await screen.findByText('一次性告知补件后，等申请人补正的办件会列在这里。')).toBeTruthy();
});
