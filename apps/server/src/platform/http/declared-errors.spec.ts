import { getConfig, submitDraft, verifyCode } from '@yuezheng/shared-types';
import { declaredErrors } from './declared-errors';

it('names what comes with the kind of a route: a key that is used for something else only where answers are remembered', () => {
  const [read, write, ownRecord] = [getConfig, submitDraft, verifyCode].map(declaredErrors);
  expect([read, write, ownRecord].map((codes) => codes?.has('idempotency-key-missing'))).toEqual([false, true, true]);
  expect([read, write, ownRecord].map((codes) => codes?.has('idempotency-mismatch'))).toEqual([false, true, false]);
});
