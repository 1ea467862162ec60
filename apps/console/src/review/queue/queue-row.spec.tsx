/** @jest-environment jsdom */
import '../../testing/node-globals';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import type { QueueItem } from '@yuezheng/shared-types';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { QueueRow } from './queue-row';

fillBrowserGaps();
afterEach(cleanup);

const show = (changes: Partial<QueueItem>) =>
  render(
    <MemoryRouter future={{ v7_relativeSplatPath: true, v7_startTransition: true }}>
      <QueueRow
        open={false}
        href="/review/1"
        item={{
          id: '00000000-0000-4000-8000-000000000001',
          number: 'GZ20261110000317',
          applicant: '林晓岚',
          serviceTitle: '申领电子居住证',
          note: '',
          city: '440100',
          state: 'in-review',
          chip: { text: '已超期 13 天', tone: 'danger' },
          supplied: false,
          claimedByName: '陈志远',
          mine: false,
          submittedAt: '2026-11-20T01:38:00.000Z',
          ...changes,
        }}
      />
    </MemoryRouter>,
  );

it('keeps the mark of a supplement that has come when the case is late as well', () => {
  show({ supplied: true });
  expect(screen.getByText('补件已回')).toBeTruthy();
  expect(screen.getByText('已超期 13 天')).toBeTruthy();
});

it('names who holds the case, save to himself', () => {
  const { unmount } = show({});
  expect(screen.getByText('陈志远 已认领')).toBeTruthy();
  expect(screen.queryByText('补件已回')).toBeNull();
  unmount();
  show({ mine: true });
  expect(screen.queryByText('陈志远 已认领')).toBeNull();
});
