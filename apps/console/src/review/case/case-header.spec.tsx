/** @jest-environment jsdom */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReviewCase } from '@yuezheng/shared-types';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { sampleCase } from '../../testing/sample-case';
import { CaseHeader } from './case-header';

fillBrowserGaps();
afterEach(cleanup);

const claimOf = (mine: boolean): Pick<ReviewCase, 'claim'> => {
  const { claim } = sampleCase();
  return claim === undefined ? {} : { claim: { ...claim, mine } };
};
const open = (changes: Partial<ReviewCase>) => {
  const onRelease = jest.fn();
  render(<CaseHeader reviewCase={sampleCase(changes)} busy={false} onRelease={onRelease} />);
  return onRelease;
};

it('gives back one’s own case at once', () => {
  const onRelease = open(claimOf(true));
  fireEvent.click(screen.getByRole('button', { name: '退回队列' }));
  expect(onRelease).toHaveBeenCalledTimes(1);
});

it('takes a case from a colleague only after saying what that means', async () => {
  const onRelease = open({ ...claimOf(false), state: 'supplement' });
  fireEvent.click(screen.getByRole('button', { name: '退回队列' }));
  expect(onRelease).not.toHaveBeenCalled();
  const asked = await screen.findByRole('tooltip');
  expect(asked.textContent).toMatch(/解除 陈志远 的认领.*写入审计记录/);
  fireEvent.click(within(asked).getByRole('button', { name: '退回队列' }));
  expect(onRelease).toHaveBeenCalledTimes(1);
});

it('says that nobody has it', () => {
  open({ claim: undefined });
  expect(screen.getByText(/未认领/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
