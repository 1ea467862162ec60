import { findLinkablePermits, linkPermit, type Route } from '@yuezheng/shared-types';
import type { Answer, ApiProblem, Client } from '../../api';
import { createLinking, type LinkWay } from './linking';

const PERMIT = { id: 'p1', holderName: '林晓岚' };
const problem = (code: ApiProblem['code']): Answer<never> => ({ ok: false, problem: { code, sentence: '请重试。', fields: [] } });

/** Linking over an API that answers as it is told to, and remembers what it was asked. */
function linkingOver(answers: Map<Route, Answer<unknown>>, via: LinkWay = 'wallet') {
  const asked: unknown[] = [];
  const call = ((route: Route, input: unknown) => {
    asked.push(input);
    return Promise.resolve(answers.get(route));
  }) as Client['call'];
  return { linking: createLinking({ call }, via), asked };
}

const found = new Map<Route, Answer<unknown>>([
  [findLinkablePermits, { ok: true, value: { permits: [PERMIT] } }],
  [linkPermit, { ok: true, value: PERMIT }],
]);

it.each(['wallet', 'digital-space'] as const)('links a permit and says that one came by %s', async (via) => {
  const { linking, asked } = linkingOver(found, via);
  expect(linking.getState().kind).toBe('kinds');
  await linking.search();
  expect(linking.getState()).toEqual({ kind: 'found', permits: [PERMIT] });
  await linking.link('p1');
  expect(linking.getState()).toEqual({ kind: 'linked', permit: PERMIT });
  expect(asked[1]).toEqual({ params: { permitId: 'p1' }, body: { via } });
});

it('says when there is nothing to add', async () => {
  const { linking } = linkingOver(new Map([[findLinkablePermits, { ok: true, value: { permits: [] } }]]));
  await linking.search();
  expect(linking.getState()).toEqual({ kind: 'nothing' });
});

it('says what went wrong with the search, and searches again', async () => {
  const answers = new Map<Route, Answer<unknown>>([[findLinkablePermits, problem('outside-system-down')]]);
  const { linking } = linkingOver(answers);
  await linking.search();
  expect(linking.getState()).toMatchObject({ kind: 'failed', problem: { code: 'outside-system-down' } });
  answers.set(findLinkablePermits, { ok: true, value: { permits: [PERMIT] } });
  await linking.search();
  expect(linking.getState().kind).toBe('found');
});

it('keeps what was found when linking does not work', async () => {
  const { linking } = linkingOver(new Map([...found, [linkPermit, problem('permit-already-linked')]]));
  await linking.search();
  await linking.link('p1');
  expect(linking.getState()).toMatchObject({ kind: 'found', permits: [PERMIT], problem: { code: 'permit-already-linked' } });
});
