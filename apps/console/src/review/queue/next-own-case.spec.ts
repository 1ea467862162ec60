/** @jest-environment jsdom */
import '../../testing/node-globals';
import type { QueueItem } from '@yuezheng/shared-types';
import { nextOwnCase } from './next-own-case';

const item = (id: string, mine = true, state: QueueItem['state'] = 'in-review') => ({ id, mine, state });
const idOf = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const row = (id: string): QueueItem => ({
  id, number: 'GZ20261110000317', applicant: '林晓岚', serviceTitle: '申领电子居住证', note: '', city: '440100', state: 'in-review',
  chip: { text: '还剩 9 天', tone: 'info' }, supplied: false, mine: true, submittedAt: '2026-11-20T01:38:00.000Z',
});
const counts = { open: 2, mine: 2, claimed: 2, unclaimed: 0, due: 0, overdue: 0, supplied: 0, waiting: 0 };
const serverHas = (...ids: string[]) => {
  const fetch = jest.fn(() => Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ items: ids.map(row), counts }) }));
  Object.assign(globalThis, { fetch });
  return fetch;
};

it('is the nearest of the list that is the official’s own', async () => {
  const fetch = serverHas();
  const list = [item('a'), item('b'), item('c', false), item('d', true, 'supplement'), item('e')];
  expect(await nextOwnCase(list, 'b')).toEqual({ id: 'e', listed: true });
  expect(await nextOwnCase(list, 'e')).toEqual({ id: 'b', listed: true });
  expect(fetch).not.toHaveBeenCalled();
});

it('is asked for where the list has none', async () => {
  serverHas(idOf(1), idOf(2));
  expect(await nextOwnCase([item(idOf(1)), item('x', false)], idOf(1))).toEqual({ id: idOf(2), listed: false });
});

it('is nothing where there is none', async () => {
  serverHas();
  expect(await nextOwnCase([], idOf(1))).toBeUndefined();
});
