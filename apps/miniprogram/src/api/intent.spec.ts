import { createIntent } from './intent';

function counting() {
  let made = 0;
  return createIntent(() => Promise.resolve(`key-${(made += 1)}`));
}

it('keeps its key while the same thing is tried again', async () => {
  const intent = counting();
  const [first, second] = await Promise.all([intent.keyFor({ version: 1 }), intent.keyFor({ version: 1 })]);
  expect(first).toBe('key-1');
  expect(second).toBe('key-1');
});

it('changes its key with the content and after a decision', async () => {
  const intent = counting();
  expect(await intent.keyFor({ version: 1 })).toBe('key-1');
  expect(await intent.keyFor({ version: 2 })).toBe('key-2');
  intent.settle();
  expect(await intent.keyFor({ version: 2 })).toBe('key-3');
});
