/** @jest-environment jsdom */
import '../../testing/no-scrolling';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { sampleCase, SUPPLEMENT } from '../../testing/sample-case';
import { SupplementDialog } from './supplement-dialog';

fillBrowserGaps();
afterEach(cleanup);

const open = () => {
  const onDecide = jest.fn(() => Promise.resolve(undefined));
  render(
    <SupplementDialog
      view={SUPPLEMENT}
      reviewCase={sampleCase()}
      open
      busy={false}
      onClose={() => undefined}
      onDecide={onDecide}
    />,
  );
  return onDecide;
};
const send = () => fireEvent.click(screen.getByRole('button', { name: /^一次性告知/ }));

it('sends everything that is asked for in one decision', async () => {
  const onDecide = open();
  fireEvent.click(screen.getByLabelText('租赁合同'));
  fireEvent.change(screen.getByLabelText('租赁合同的补正要求'), {
    target: { value: ' 请补交出租人身份证明 ' },
  });
  fireEvent.click(screen.getByLabelText('劳动合同'));
  fireEvent.click(screen.getByText('请补交盖有公章的整份合同'));
  fireEvent.click(screen.getByLabelText('工作单位'));
  fireEvent.click(screen.getByText('请按营业执照填写单位全称'));
  expect(screen.getByRole('button', { name: '一次性告知 3 项' })).toBeTruthy();
  send();
  await waitFor(() => expect(onDecide).toHaveBeenCalledTimes(1));
  expect(onDecide).toHaveBeenCalledWith({
    version: 3,
    action: 'request-supplement',
    items: [
      { kind: 'material', target: 'contract', title: '劳动合同', reason: '请补交盖有公章的整份合同' },
      { kind: 'material', target: 'lease', title: '租赁合同', reason: '请补交出租人身份证明' },
      { kind: 'field', target: 'employer', title: '工作单位', reason: '请按营业执照填写单位全称' },
    ],
  });
});

it('asks for at least one item, and for a word on each', () => {
  const onDecide = open();
  send();
  expect(screen.getByRole('alert').textContent).toBe('请至少选择一项需要补正的内容，并写明要求。');
  fireEvent.click(screen.getByLabelText('租赁合同'));
  send();
  expect(screen.getByRole('alert').textContent).toBe('请写明“租赁合同”的补正要求。');
  expect(onDecide).not.toHaveBeenCalled();
});

it('keeps what was written when a target is unticked and ticked again', () => {
  open();
  fireEvent.click(screen.getByLabelText('租赁合同'));
  fireEvent.change(screen.getByLabelText('租赁合同的补正要求'), { target: { value: '缺第 2 页' } });
  fireEvent.click(screen.getByLabelText('租赁合同'));
  fireEvent.click(screen.getByLabelText('租赁合同'));
  expect((screen.getByLabelText('租赁合同的补正要求') as HTMLTextAreaElement).value).toBe('缺第 2 页');
});

it('offers what the case has, and what other situations ask for only to those who look for it', async () => {
  const onDecide = open();
  expect(screen.queryByLabelText('入学证明')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^其他材料（1 种/ }));
  fireEvent.click(screen.getByLabelText('入学证明'));
  fireEvent.click(screen.getByRole('button', { name: '收起其他材料' }));
  send();
  expect(screen.getByRole('alert').textContent).toBe('请写明“入学证明”的补正要求。');
  fireEvent.change(screen.getByLabelText('入学证明的补正要求'), { target: { value: '请补交在读证明' } });
  send();
  await waitFor(() => expect(onDecide).toHaveBeenCalledTimes(1));
});
