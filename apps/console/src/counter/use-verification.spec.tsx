/** @jest-environment jsdom */
import '../testing/node-globals';
import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { connection } from '../api/connection';
import { codeFor, NOW, openedTrust } from '../testing/sample-trust';
import { counterDb } from './offline/counter-db';
import { SHOWN_FOR_MS, useVerification } from './use-verification';

const at = '2026-11-22T01:41:00.000Z';
const verdictFor = (name: string) => ({
  kind: 'accepted',
  verificationId: '00000000-0000-4000-8000-000000000001',
  at,
  assurance: 'online',
  statusAsOf: at,
  holder: { name, validUntil: '2026-12-20', showsPortrait: false },
  challenge: { characters: '木棉', colour: '#FFD54A', colourName: '金黄', ink: '#3A2A00' },
  tookMs: 3,
});

/** Answers to be given by hand, in the order of the calls. */
const waiting: { give: (body: unknown) => void; lose: () => void }[] = [];
const fetched = jest.fn(
  () =>
    new Promise<Partial<Response>>((resolve, reject) => {
      waiting.push({
        give: (body) => resolve({ ok: true, status: 200, json: () => Promise.resolve(body) }),
        lose: () => reject(new TypeError('Failed to fetch')),
      });
    }),
);

const desk = (purpose?: string) =>
  renderHook(() => useVerification({ staffId: 'clerk', purpose }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    ),
  });
const nameOn = (phase: ReturnType<typeof useVerification>['phase']) =>
  phase.kind === 'shown' && phase.verdict.kind === 'accepted' ? phase.verdict.holder.name : undefined;

beforeEach(() => {
  Object.assign(globalThis, { fetch: fetched });
  waiting.length = 0;
  connection.reached();
});
afterEach(() => jest.useRealTimers());

it('shows the next scan at once and forgets the answer to the one before', async () => {
  const { result } = desk('school');
  act(() => result.current.verify('YP1:FIRST'));
  act(() => result.current.verify('YP1:SECOND'));
  expect(result.current.phase.kind).toBe('checking');
  await act(async () => waiting[1]?.give(verdictFor('何俊杰')));
  await waitFor(() => expect(nameOn(result.current.phase)).toBe('何俊杰'));
  await act(async () => waiting[0]?.give(verdictFor('林晓岚')));
  expect(nameOn(result.current.phase)).toBe('何俊杰');
});

it('takes personal data off the screen after two minutes', async () => {
  jest.useFakeTimers();
  const { result } = desk('school');
  act(() => result.current.verify('YP1:CODE'));
  await act(async () => waiting[0]?.give(verdictFor('林晓岚')));
  expect(nameOn(result.current.phase)).toBe('林晓岚');
  act(() => jest.advanceTimersByTime(SHOWN_FOR_MS - 1));
  expect(nameOn(result.current.phase)).toBe('林晓岚');
  act(() => jest.advanceTimersByTime(1));
  expect(result.current.phase).toEqual({ kind: 'waiting', cleared: true });
});

it('judges by itself when the server is out of reach, refuses without statuses, and keeps the use to be sent', async () => {
  const { result } = desk('school');
  act(() => result.current.verify('YP1:CODE'));
  await act(async () => waiting[0]?.lose());
  await waitFor(() =>
    expect(result.current.phase).toMatchObject({
      kind: 'shown',
      verdict: { kind: 'refused', reason: 'status-stale', assurance: 'offline' },
    }),
  );
  const kept = await (await counterDb()).getAll('uses');
  expect(kept).toMatchObject([
    { code: 'YP1:CODE', accepted: false, reason: 'status-stale', staffId: 'clerk' },
  ]);
});

it('verifies for no purpose at all never', async () => {
  const { result } = desk();
  act(() => result.current.verify('YP1:CODE'));
  await waitFor(() =>
    expect(result.current.phase).toEqual({ kind: 'failed', sentence: '请先选择核验用途，再扫一次。' }),
  );
  expect(waiting).toHaveLength(0);
});

const again = (phase: ReturnType<typeof useVerification>['phase']) => phase.kind === 'shown' && phase.again === true;
const accept = async (result: { current: ReturnType<typeof useVerification> }, code: string) => {
  act(() => result.current.verify(code));
  await act(async () => waiting.at(-1)?.give(verdictFor('林晓岚')));
  await waitFor(() => expect(nameOn(result.current.phase)).toBe('林晓岚'));
};

it('stays green and asks nothing where the same code comes again while its acceptance is on the screen', async () => {
  const { result } = desk('school');
  act(() => result.current.verify('YP1:CODE'));
  // Twice already before the answer: the second trigger of a scanner is faster than any server.
  act(() => result.current.verify('YP1:CODE'));
  await act(async () => waiting[0]?.give(verdictFor('林晓岚')));
  await waitFor(() => expect(nameOn(result.current.phase)).toBe('林晓岚'));
  expect(again(result.current.phase)).toBe(false);
  act(() => result.current.verify('YP1:CODE\r\n'));
  expect([nameOn(result.current.phase), again(result.current.phase)]).toEqual(['林晓岚', true]);
  connection.lost();
  act(() => result.current.verify('YP1:CODE'));
  expect([nameOn(result.current.phase), again(result.current.phase)]).toEqual(['林晓岚', true]);
  expect(waiting).toHaveLength(1);
});

it('asks again for another code, after clearing, and after a refusal', async () => {
  const { result } = desk('school');
  await accept(result, 'YP1:CODE');
  await accept(result, 'YP1:OTHER');
  await accept(result, 'YP1:CODE');
  act(() => result.current.clear());
  const refusal = { kind: 'refused', at, reason: 'already-used', headline: '此码已使用过', steps: [], tookMs: 3 };
  for (const asked of [4, 5]) {
    act(() => result.current.verify('YP1:CODE'));
    expect([result.current.phase.kind, waiting.length]).toEqual(['checking', asked]);
    await act(async () => waiting.at(-1)?.give(refusal));
    await waitFor(() => expect(result.current.phase).toMatchObject({ verdict: { kind: 'refused' } }));
  }
});

it('keeps nobody longer on the screen because the code came again', async () => {
  jest.useFakeTimers();
  const { result } = desk('school');
  act(() => result.current.verify('YP1:CODE'));
  await act(async () => waiting[0]?.give(verdictFor('林晓岚')));
  act(() => jest.advanceTimersByTime(SHOWN_FOR_MS - 1_000));
  act(() => result.current.verify('YP1:CODE'));
  expect(again(result.current.phase)).toBe(true);
  act(() => jest.advanceTimersByTime(1_000));
  expect(result.current.phase).toEqual({ kind: 'waiting', cleared: true });
});

it('stays green without a network as well', async () => {
  const { result } = renderHook(() => useVerification({ staffId: 'clerk', purpose: 'school', trust: openedTrust() }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    ),
  });
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  connection.lost();
  const code = codeFor(5, NOW);
  act(() => result.current.verify(code));
  await waitFor(() => expect(nameOn(result.current.phase)).toBe('林**'));
  act(() => result.current.verify(code));
  expect([nameOn(result.current.phase), again(result.current.phase)]).toEqual(['林**', true]);
  jest.restoreAllMocks();
});
