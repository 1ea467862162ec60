/** @jest-environment jsdom */
import '../../testing/node-globals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { refusalGuide } from '@yuezheng/live-pass';
import type { ShownVerdict } from './shown-verdict';
import { VerdictPanel } from './verdict-panel';

const at = '2026-11-22T01:41:00.000Z';
const accepted: ShownVerdict = {
  kind: 'accepted',
  verificationId: '00000000-0000-4000-8000-000000000001',
  assurance: 'online',
  at,
  statusAsOf: at,
  tookMs: 38,
  holder: {
    name: '林晓岚',
    address: '广州市天河区体育西路 103 号',
    validUntil: '2026-12-20',
    showsPortrait: true,
  },
  challenge: { characters: '木棉', colour: '#FFD54A', colourName: '金黄', ink: '#3A2A00' },
};
const offline: ShownVerdict = {
  kind: 'accepted',
  assurance: 'offline',
  at,
  statusAsOf: at,
  tookMs: 4,
  holder: { name: '林**', validUntil: '2026-12-20', showsPortrait: false },
};
const refused: ShownVerdict = {
  kind: 'refused',
  assurance: 'online',
  at,
  reason: 'already-used',
  ...refusalGuide('already-used'),
  note: '09:31:04 已在 1 号窗口核验',
  tookMs: 5,
};

const show = (verdict: ShownVerdict) =>
  render(<VerdictPanel phase={{ kind: 'shown', verdict }} onClear={() => undefined} />);
const neverAnswered = jest.fn(() => new Promise<Response>(() => undefined));
beforeEach(() => Object.assign(globalThis, { fetch: neverAnswered }));
afterEach(cleanup);

it('shows an acceptance by a round tick, words and the challenge, and waits for no photo', () => {
  show(accepted);
  expect(screen.getByRole('heading', { name: '核验通过' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '圆形对勾' })).toBeTruthy();
  const card = screen.getByText('木棉').parentElement;
  expect(card?.textContent).toBe('木棉金黄');
  expect(card?.style.background).toBe('rgb(255, 213, 74)');
  expect(screen.getByText('对方手机应显示同样的字和颜色')).toBeTruthy();
  expect(screen.getByText(/^不一致：请勿受理。没有出现：对方手机可能没有网络，请其联网后重扫，或核对居民身份证。/)).toBeTruthy();
  expect(screen.getByText('照片载入中')).toBeTruthy();
  expect(screen.getByText(/签名有效・未使用过・证件状态有效・用时 38 毫秒/)).toBeTruthy();
  expect(screen.queryByText(/不能受理/)).toBeNull();
});

it('shows a refusal by a square cross, the reason code and three steps', () => {
  show(refused);
  expect(screen.getByRole('heading', { name: '不能受理・此码已使用过' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '方形叉号' })).toBeTruthy();
  expect(screen.getByText(/原因码 already-used・09:31:04 已在 1 号窗口核验/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByText(/核验通过/)).toBeNull();
});

it('says that an offline acceptance is worth less, and until when the status is known', () => {
  show(offline);
  expect(screen.getByText('离线核验・保证级别 较低')).toBeTruthy();
  expect(screen.getByText(/证件状态截至 09:41 有效/)).toBeTruthy();
  expect(screen.getByText(/离线核验没有校验字.*请持证人出示居民身份证，核对姓氏、有效期和本人/)).toBeTruthy();
  expect(screen.getByRole('region', { name: '核验通过' }).className).toContain('accepted-offline');
});

it.each([
  [accepted, '在线核验・保证级别 高'],
  [offline, '离线核验・保证级别 较低'],
  [refused, '在线核验・保证级别 高'],
  [{ ...refused, assurance: 'offline' }, '离线核验・保证级别 较低'],
] as const)('says the assurance level in the head of every verdict', (verdict, words) => {
  show(verdict);
  expect(within(screen.getByRole('banner')).getByText(words)).toBeTruthy();
});

it('is cleared by the clerk, whatever the verdict', () => {
  for (const verdict of [accepted, offline, refused]) {
    const onClear = jest.fn();
    render(<VerdictPanel phase={{ kind: 'shown', verdict }} onClear={onClear} />);
    fireEvent.click(screen.getByRole('button', { name: '清除' }));
    expect(onClear).toHaveBeenCalledTimes(1);
    cleanup();
  }
});

it.each([
  [accepted, /核验通过，请核对对方手机上的字：木棉，金黄底。不一致：请勿受理。没有出现：/],
  [offline, /离线核验通过，保证级别较低，请持证人出示居民身份证，核对姓氏、有效期和本人/],
  [refused, /不能受理，此码已使用过/],
])('reads the verdict aloud at once', (verdict, words) => {
  show(verdict);
  expect(screen.getByRole('status').getAttribute('aria-live')).toBe('assertive');
  expect(screen.getByRole('status').textContent).toMatch(words);
});

it('has nobody’s data on the screen before and after a verdict', () => {
  const { container, rerender } = show(accepted);
  rerender(<VerdictPanel phase={{ kind: 'checking' }} onClear={() => undefined} />);
  expect(container.textContent).not.toContain('林晓岚');
  rerender(<VerdictPanel phase={{ kind: 'waiting', cleared: true }} onClear={() => undefined} />);
  expect(container.textContent).not.toContain('林晓岚');
  expect(container.textContent).toContain('已从屏幕清除');
});

it.each([accepted, offline])('stays accepted where the same code came again, and says so calmly', (verdict) => {
  render(<VerdictPanel phase={{ kind: 'shown', verdict, again: true }} onClear={() => undefined} />);
  expect(screen.getByRole('region', { name: '核验通过' }).textContent).toContain('刚才已通过，不用重复扫描');
  expect(screen.getByRole('status').textContent).toBe('刚才已通过，不用重复扫描。');
});
