/** @jest-environment jsdom */
import '../../testing/node-globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReviewCase } from '@yuezheng/shared-types';
import { sessionStore } from '../../api/session-store';
import { PersonCard } from '../case/person-card';
import { fillBrowserGaps } from '../../testing/browser-gaps';
import { sampleCase } from '../../testing/sample-case';
import { sampleSession } from '../../testing/sample-session';
import { MaterialsCard } from './materials-card';

fillBrowserGaps();
beforeEach(() => {
  sessionStore.start(sampleSession());
  Object.assign(globalThis, {
    fetch: () => Promise.resolve({ ok: true, status: 200, blob: () => Promise.resolve(new Blob()) }),
  });
});
afterEach(cleanup);

const show = (changes: Partial<ReviewCase>) => {
  const reviewCase = sampleCase({ facts: [{ label: '居住事由', value: '务工' }], ...changes });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PersonCard reviewCase={reviewCase} />
      <MaterialsCard reviewCase={reviewCase} />
    </QueryClientProvider>,
  );
};

it('gives the portrait, once, the place of the documents that an exempt case has not', async () => {
  show({ exempt: true, portraitOnRecord: true });
  expect(await screen.findAllByRole('img', { name: '林晓岚 的人口库照片' })).toHaveLength(1);
  expect(screen.getByText('免提交材料，条件已由政务数据核验')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '申请内容' })).toBeTruthy();
});

it('keeps the portrait with the facts where there are documents', async () => {
  const materials = [{ id: 'lease', title: '租赁合同', files: [{ id: '00000000-0000-4000-8000-000000000002', width: 600, height: 800 }] }];
  show({ materials, photoFileId: '00000000-0000-4000-8000-000000000003' });
  expect(await screen.findAllByRole('img', { name: '林晓岚 的证件照片' })).toHaveLength(1);
  expect(screen.getByRole('heading', { name: '照片与申请内容' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '租赁合同' })).toBeTruthy();
});

it('says why there is nothing to look at', () => {
  show({});
  expect(screen.getByText('如需材料，请一次性告知申请人补正。')).toBeTruthy();
});
