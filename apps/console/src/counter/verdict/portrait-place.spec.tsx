/** @jest-environment jsdom */
import '../../testing/node-globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { PortraitPlace } from './portrait-place';

fillBrowserGaps();
const fetched = jest.fn<Promise<Partial<Response>>, [string, RequestInit]>();
const revoked = jest.fn();
const at = '2026-11-22T01:41:00.000Z';
const verdict = (showsPortrait: boolean, assurance: 'online' | 'offline' = 'online') => ({
  kind: 'accepted' as const,
  verificationId: '00000000-0000-4000-8000-000000000001',
  at,
  statusAsOf: at,
  assurance,
  holder: { name: '林晓岚', validUntil: '2026-12-20', showsPortrait },
  tookMs: 3,
});
const photo = () => fetched.mockResolvedValueOnce({ ok: true, status: 200, blob: () => Promise.resolve(new Blob()) });

beforeEach(() => {
  fetched.mockReset();
  revoked.mockReset();
  Object.assign(globalThis, { fetch: fetched });
  URL.revokeObjectURL = revoked;
});
afterEach(cleanup);

it('fetches the photo of this verification and lets go of it with the verdict', async () => {
  photo();
  const { unmount } = render(<PortraitPlace verdict={verdict(true)} />);
  expect(screen.getByText('照片载入中')).toBeTruthy();
  expect(await screen.findByRole('img', { name: '持证人照片' })).toBeTruthy();
  expect(fetched.mock.calls[0]?.[0]).toBe(
    '/api/staff/verifications/00000000-0000-4000-8000-000000000001/portrait',
  );
  unmount();
  expect(revoked).toHaveBeenCalledWith('blob:test');
});

it('says what to do when the photo does not come, and fetches it again', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  render(<PortraitPlace verdict={verdict(true)} />);
  expect((await screen.findByRole('alert')).textContent).toContain('照片没有载入，请核对身份证件');
  photo();
  fireEvent.click(screen.getByRole('button', { name: '重新载入' }));
  expect(await screen.findByRole('img', { name: '持证人照片' })).toBeTruthy();
});

it('says that there is none on record, which no second try changes', async () => {
  fetched.mockResolvedValueOnce({
    ok: false,
    status: 404,
    json: () =>
      Promise.resolve({ type: 'about:blank', title: '没有找到', status: 404, code: 'not-found', detail: '没有找到' }),
  });
  render(<PortraitPlace verdict={verdict(true)} />);
  await screen.findByText('没有留存照片，请核对身份证件');
  expect(screen.queryByRole('button')).toBeNull();
});

it.each([
  [verdict(false), '此用途不显示照片'],
  [verdict(true, 'offline'), '离线时不显示照片'],
])('asks for no photo where there is none to see', (accepted, words) => {
  render(<PortraitPlace verdict={accepted} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(fetched).not.toHaveBeenCalled();
});
