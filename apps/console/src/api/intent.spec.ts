import { ApiFailure } from './failure';
import { createIntents } from './intent';
import type { Answer } from './answer';

const keys = () => {
  let made = 0;
  return () => `key-${(made += 1)}`;
};
const done: Answer<string> = { ok: true, value: 'done' };
const lost: Answer<string> = { ok: false, failure: new ApiFailure({ kind: 'unreachable' }) };
const refused: Answer<string> = {
  ok: false,
  failure: new ApiFailure({
    kind: 'problem',
    problem: { type: 'about:blank', title: '', status: 409, code: 'version-conflict', detail: '' },
  }),
};

it('tries again under the same key while nobody knows whether the act was done', async () => {
  const used: string[] = [];
  const send = createIntents(keys());
  const answers = [lost, lost, done, done];
  for (const answer of answers) {
    await send({ act: 'claim' }, (key) => {
      used.push(key);
      return Promise.resolve(answer);
    });
  }
  expect(used).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
});

it('makes a new key for other content and after a refusal', async () => {
  const used: string[] = [];
  const send = createIntents(keys());
  const acts: [unknown, Answer<string>][] = [
    [{ reason: 'a' }, lost],
    [{ reason: 'b' }, refused],
    [{ reason: 'b' }, done],
  ];
  for (const [content, answer] of acts) {
    await send(content, (key) => {
      used.push(key);
      return Promise.resolve(answer);
    });
  }
  expect(used).toEqual(['key-1', 'key-2', 'key-3']);
});
