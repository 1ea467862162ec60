/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ERRORS, type ErrorCode } from '@yuezheng/shared-types';
import { ApiFailure } from '../api/failure';
import { fillBrowserGaps } from '../testing/browser-gaps';
import { FailureState } from './states';

fillBrowserGaps();
afterEach(cleanup);

const refusal = (code: ErrorCode) => {
  const { status, sentence } = ERRORS[code];
  return new ApiFailure({ kind: 'problem', problem: { type: 'about:blank', title: '', status, code, detail: sentence } });
};
const retry = () => screen.queryByRole('button', { name: '重新载入' });

it.each([
  ['没有网络', new ApiFailure({ kind: 'unreachable' })],
  ['没有载入成功', refusal('internal')],
  ['没有载入成功', new Error('anything')],
])('says %s, and tries again when asked to', (title, thrown) => {
  const onRetry = jest.fn();
  render(<FailureState thrown={thrown} onRetry={onRetry} />);
  expect(screen.getByText(title)).toBeTruthy();
  fireEvent.click(retry() ?? document.body);
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it.each([
  ['没有找到', 'not-found'],
  ['没有权限', 'forbidden'],
] as const)('says %s, which asking again does not change', (title, code) => {
  render(<FailureState thrown={refusal(code)} onRetry={() => undefined} />);
  expect(screen.getByText(title)).toBeTruthy();
  expect(screen.getByText(ERRORS[code].sentence)).toBeTruthy();
  expect(retry()).toBeNull();
});
