import type { StoredFile } from '@yuezheng/shared-types';
import type { Answer, ApiProblem } from '../../api';
import { createUploadQueue } from './upload-queue';

jest.mock('../../platform', () => ({}));

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function bench(refused: Readonly<Record<string, string>> = {}) {
  const arrived: string[] = [];
  const sending: { path: string; progress: (percent: number) => void; answer: (answer: Answer<StoredFile>) => void }[] = [];
  const queue = createUploadQueue({
    refuse: async (path) => refused[path],
    send: (path, progress) => new Promise((answer) => sending.push({ path, progress, answer })),
    arrived: ({ id }) => arrived.push(id),
  });
  const stored = (id: string): Answer<StoredFile> => ({ ok: true, value: { id, mime: 'image/jpeg', bytes: 1, width: 1, height: 1 } });
  const problem = (code: ApiProblem['code']): Answer<StoredFile> => ({ ok: false, problem: { code, sentence: `句子 ${code}`, fields: [] } });
  return { queue, arrived, sending, stored, problem, list: () => queue.store.getState() };
}

it('sends one after the other and tells of each', async () => {
  const { queue, arrived, sending, stored, list } = bench();
  queue.add(['a', 'b']);
  await settle();
  expect(sending.map(({ path }) => path)).toEqual(['a']);
  sending[0]?.progress(40);
  expect(list()).toMatchObject([{ path: 'a', state: 'sending', percent: 40 }, { path: 'b', state: 'waiting' }]);
  sending[0]?.answer(stored('1'));
  await settle();
  sending[1]?.answer(stored('2'));
  await settle();
  expect(arrived).toEqual(['1', '2']);
  expect(list()).toEqual([]);
});

it('keeps what did not get through, goes on with the next, and sends it again when asked', async () => {
  const { queue, arrived, sending, stored, problem, list } = bench();
  queue.add(['a', 'b']);
  await settle();
  sending[0]?.answer(problem('timeout'));
  await settle();
  sending[1]?.answer(stored('2'));
  await settle();
  expect(list()).toMatchObject([{ path: 'a', state: 'failed', problem: '句子 timeout', canRetry: true }]);
  queue.retry(list()[0]?.id ?? 0);
  await settle();
  sending[2]?.answer(stored('1'));
  await settle();
  expect(arrived).toEqual(['2', '1']);
});

it('does not send what is no picture, nor offers to send a refused one again', async () => {
  const { queue, sending, problem, list } = bench({ text: '不是图片' });
  queue.add(['text', 'tiny']);
  await settle();
  expect(sending.map(({ path }) => path)).toEqual(['tiny']);
  sending[0]?.answer(problem('image-too-small'));
  await settle();
  expect(list()).toMatchObject([{ problem: '不是图片', canRetry: false }, { problem: '句子 image-too-small', canRetry: false }]);
});

it('does not bring back a picture that was taken away on its way', async () => {
  const { queue, arrived, sending, stored, list } = bench();
  queue.add(['a']);
  await settle();
  queue.remove(list()[0]?.id ?? 0);
  sending[0]?.answer(stored('1'));
  await settle();
  expect(arrived).toEqual([]);
});
