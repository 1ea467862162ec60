import type { Answer, ApiProblem } from '../../api';
import { createSubmitter, type PendingSubmission, type SubmittedCase } from './submitter';

jest.mock('../../platform', () => ({}));

const done: Answer<SubmittedCase> = { ok: true, value: { caseId: 'c1', number: 'GZ2026 1122 0001' } };
const problem = (code: ApiProblem['code']): Answer<SubmittedCase> => ({ ok: false, problem: { code, sentence: code, fields: [] } });

function bench(kept: Record<string, PendingSubmission> = {}) {
  const sent: [number, string][] = [];
  const answers: Answer<SubmittedCase>[] = [];
  let keys = 0;
  const newApp = () =>
    createSubmitter({
      newKey: async () => `key-${(keys += 1)}`,
      send: async (_, version, key) => {
        sent.push([version, key]);
        return answers.shift() ?? done;
      },
      read: (id) => kept[id],
      keep: (id, pending) => {
        kept[id] = pending;
      },
      forget: (id) => {
        delete kept[id];
      },
    });
  return { newApp, sent, answers, kept };
}

it('is one submission, however often it is tapped', async () => {
  const { newApp, sent, kept } = bench();
  const app = newApp();
  const [first, second] = await Promise.all([app.submit('d', 3), app.submit('d', 3)]);
  expect(first).toEqual({ kind: 'submitted', value: done.value });
  expect(second).toEqual(first);
  expect(sent).toEqual([[3, 'key-1']]);
  expect(kept).toEqual({});
});

it('asks again with the same key and content until the answer is known, also after the app was closed', async () => {
  const { newApp, sent, answers } = bench();
  answers.push(problem('timeout'));
  const before = newApp();
  expect(await before.submit('d', 3)).toMatchObject({ kind: 'unknown' });
  expect(before.isPending('d')).toBe(true);
  const after = newApp();
  expect(after.isPending('d')).toBe(true);
  expect(await after.submit('d', 9)).toMatchObject({ kind: 'submitted' });
  expect(sent).toEqual([[3, 'key-1'], [3, 'key-1']]);
  expect(after.isPending('d')).toBe(false);
});

it('begins anew once the server has refused', async () => {
  const { newApp, sent, answers } = bench();
  answers.push(problem('material-missing'));
  const app = newApp();
  expect(await app.submit('d', 3)).toMatchObject({ kind: 'refused', problem: { code: 'material-missing' } });
  await app.submit('d', 4);
  expect(sent).toEqual([[3, 'key-1'], [4, 'key-2']]);
});

it('asks after nothing where nothing is open', async () => {
  const { newApp, sent, kept } = bench();
  expect(await newApp().resume('d')).toBeUndefined();
  kept.d = { key: 'kept', version: 3 };
  expect(await newApp().resume('d')).toMatchObject({ kind: 'submitted' });
  expect(sent).toEqual([[3, 'kept']]);
});
