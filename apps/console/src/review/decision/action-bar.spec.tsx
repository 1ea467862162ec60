/** @jest-environment jsdom */
import '../../testing/no-scrolling';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReviewCase } from '@yuezheng/shared-types';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { APPROVE, sampleCase, SUPPLEMENT } from '../../testing/sample-case';
import { ActionBar } from './action-bar';

fillBrowserGaps();
const onAct = jest.fn();
const onClaim = jest.fn();
const bar = (reviewCase: ReviewCase) =>
  render(<ActionBar reviewCase={reviewCase} busy={false} keysEnabled onClaim={onClaim} onAct={onAct} />);
/** What a button is called; the key that is drawn on it is said apart. */
const names = () =>
  screen.queryAllByRole('button').map((button) => button.textContent?.replace(button.getAttribute('aria-keyshortcuts') ?? '', ''));

beforeEach(() => {
  jest.useFakeTimers();
  onAct.mockClear();
  onClaim.mockClear();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const pause = () => act(() => jest.advanceTimersByTime(1_000));

it('draws a button for each act that the server gives, and no other', () => {
  bar(sampleCase({ actions: [APPROVE, SUPPLEMENT] }));
  expect(names()).toEqual(['一次性告知补件', '通过并签发']);
  fireEvent.click(screen.getByText('一次性告知补件'));
  expect(onAct).toHaveBeenCalledWith('request-supplement');
});

it('has words and keys from the server, whatever the service', () => {
  bar(
    sampleCase({ serviceId: 'made-tomorrow', actions: [{ ...APPROVE, label: '准予备案', shortcut: 'B' }] }),
  );
  expect(names()).toEqual(['准予备案']);
  fireEvent.keyDown(window, { key: 'b' });
  pause();
  expect(onAct).toHaveBeenCalledWith('approve');
});

it('offers nothing on a case that somebody else works on, and says who does', () => {
  bar(
    sampleCase({
      actions: [],
      claim: {
        staffId: '00000000-0000-4000-8000-000000000008',
        name: '王芳',
        at: '2026-11-20T01:38:00.000Z',
        mine: false,
        releasable: false,
      },
    }),
  );
  expect(names()).toEqual([]);
  expect(screen.getByText(/此件由 王芳 办理/)).toBeTruthy();
});

it('offers the claim on a case that nobody has', () => {
  bar(sampleCase({ actions: [], claim: undefined, claimable: true }));
  fireEvent.click(screen.getByText('认领此件'));
  expect(onClaim).toHaveBeenCalledTimes(1);
});

it('does not take a hand scanner for an official', () => {
  bar(sampleCase());
  Array.from('YP1:ARSA').forEach((key) => fireEvent.keyDown(window, { key }));
  fireEvent.keyDown(window, { key: 'Enter' });
  pause();
  expect(onAct).not.toHaveBeenCalled();
});

it('leaves keys to a field in which somebody types', () => {
  bar(sampleCase());
  const field = document.body.appendChild(document.createElement('input'));
  fireEvent.keyDown(field, { key: 'a' });
  pause();
  expect(onAct).not.toHaveBeenCalled();
  field.remove();
});
