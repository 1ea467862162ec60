/** @jest-environment jsdom */
import '../../testing/no-scrolling';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReviewCase } from '@yuezheng/shared-types';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { RETURN, sampleCase } from '../../testing/sample-case';
import { ReasonDialog } from './reason-dialog';

fillBrowserGaps();
afterEach(cleanup);

const onDecide = jest.fn(() => Promise.resolve(undefined));
beforeEach(() => onDecide.mockClear());
const dialog = (reviewCase: ReviewCase) => (
  <ReasonDialog
    view={RETURN}
    reviewCase={reviewCase}
    open
    busy={false}
    onClose={() => undefined}
    onDecide={onDecide}
  />
);
const decide = () => screen.getByRole('button', { name: '退件并说明' }) as HTMLButtonElement;
const write = (text: string) => fireEvent.change(screen.getByLabelText('原因'), { target: { value: text } });

it('does not send a return without a reason', () => {
  render(dialog(sampleCase()));
  fireEvent.click(decide());
  expect(screen.getByRole('alert').textContent).toMatch(/请填写原因/);
  expect(onDecide).not.toHaveBeenCalled();
});

it('keeps what was typed when the case changes, and decides only on what was looked at', async () => {
  const { rerender } = render(dialog(sampleCase()));
  write('材料与本人情况不符');
  rerender(dialog(sampleCase({ version: 4, stateLabel: '补件已回' })));
  expect(screen.getByText(/此件刚刚有更新，现在是“补件已回”/)).toBeTruthy();
  expect(decide().disabled).toBe(true);
  expect((screen.getByLabelText('原因') as HTMLTextAreaElement).value).toBe('材料与本人情况不符');
  fireEvent.click(screen.getByRole('button', { name: '已核对，继续' }));
  fireEvent.click(decide());
  await waitFor(() =>
    expect(onDecide).toHaveBeenCalledWith({ version: 4, action: 'return', reason: '材料与本人情况不符' }),
  );
});

it('says so when the act is no longer possible, and leaves the text to be copied', () => {
  const { rerender } = render(dialog(sampleCase()));
  write('材料与本人情况不符');
  rerender(dialog(sampleCase({ version: 4, stateLabel: '已撤回', actions: [] })));
  expect(screen.getByText(/此件现在是“已撤回”，不能再做此操作/)).toBeTruthy();
  expect(decide().disabled).toBe(true);
  expect((screen.getByLabelText('原因') as HTMLTextAreaElement).value).toBe('材料与本人情况不符');
});
