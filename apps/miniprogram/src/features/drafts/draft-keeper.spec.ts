import type { Draft, ServiceDefinition } from '@yuezheng/shared-types';
import type { Answer, ApiProblem } from '../../api';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import type { DraftForm } from './draft-form';
import type { LocalCopy } from './local-copy';

jest.mock('../../platform', () => ({}));

const definition = {
  version: 1,
  title: '事项',
  form: [
    {
      id: 'one', title: '一', lead: '',
      fields: [
        { id: 'reason', label: '事由', type: 'text', maxLength: 50 },
        { id: 'note', label: '说明', type: 'text', maxLength: 50 },
        { id: 'why', label: '原因', type: 'text', maxLength: 50, visible: { op: 'equals', field: 'reason', value: '其他' } },
      ],
    },
  ],
  materials: [{ id: 'paper', title: '材料', hint: '', max: 3 }],
  situations: [],
} as unknown as ServiceDefinition;

const draft = (more: Partial<Draft> = {}): Draft =>
  ({
    id: 'd1', version: 1, serviceId: 's', city: '440100', definition, eligibility: { verdict: 'with-materials', situations: [] },
    values: {}, materials: {}, known: {}, photoOnRecord: false, step: 'form', savedAt: '2026-11-22T01:41:00.000Z', ...more,
  }) as unknown as Draft;

const problem = (code: ApiProblem['code'], more: Partial<ApiProblem> = {}): Answer<Draft> => ({ ok: false, problem: { code, sentence: code, fields: [], ...more } });

type Sent = DraftForm & { readonly version: number };

/** A server that answers as it is told, and a clock that is turned by hand. */
function bench(first = draft()) {
  const sent: Sent[] = [];
  const answers: ((body: Sent) => Answer<Draft> | Promise<Answer<Draft>>)[] = [];
  let timers: { at: number; then: () => void }[] = [];
  let now = 0;
  let copy: LocalCopy | undefined;
  const saved = (body: Sent): Answer<Draft> => ({ ok: true, value: draft({ ...body, version: body.version + 1 }) });
  const keeper: DraftKeeper = createDraftKeeper(first, {
    save: async (_, body) => {
      sent.push(body);
      return (answers.shift() ?? saved)(body);
    },
    delay(ms, then) {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    now: () => Date.parse('2026-11-22T01:41:00.000Z'),
    copies: {
      read: () => copy,
      keep: (kept) => {
        copy = kept;
      },
      forget: () => {
        copy = undefined;
      },
    },
  });
  const wait = async (ms: number): Promise<void> => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    due.forEach(({ then }) => then());
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { keeper, sent, answers, wait, copyOf: () => copy, state: () => keeper.store.getState(), saved };
}

it('saves once, 800 ms after the last key', async () => {
  const { keeper, sent, wait, state, copyOf } = bench();
  keeper.setValue('reason', '务');
  await wait(500);
  keeper.setValue('reason', '务工');
  await wait(799);
  expect(sent).toHaveLength(0);
  expect(copyOf()?.form.values).toEqual({ reason: '务工' });
  await wait(1);
  expect(sent).toEqual([expect.objectContaining({ version: 1, values: { reason: '务工' } })]);
  expect(state()).toMatchObject({ saving: 'saved', draft: { version: 2 } });
  expect(copyOf()).toBeUndefined();
});

it('saves what was typed while a save was under way, with the new version', async () => {
  const { keeper, sent, answers, wait, state, saved } = bench();
  let answer = (): void => undefined;
  answers.push(
    (body) =>
      new Promise((resolve) => {
        answer = () => resolve(saved(body));
      }),
  );
  keeper.setValue('reason', '务工');
  const done = keeper.flush();
  keeper.setValue('note', '长期');
  answer();
  await done;
  await wait(0);
  expect(sent.map(({ version, values }) => [version, values])).toEqual([[1, { reason: '务工' }], [2, { reason: '务工', note: '长期' }]]);
  expect(state().saving).toBe('saved');
});

it('keeps everything on the phone while there is no network, and saves it later', async () => {
  const { keeper, sent, answers, wait, state, copyOf } = bench();
  answers.push(() => problem('offline'));
  keeper.setValue('reason', '务工');
  await wait(800);
  expect(state()).toMatchObject({ saving: 'offline', problem: { code: 'offline' } });
  expect(copyOf()?.form.values).toEqual({ reason: '务工' });
  await wait(15_000);
  expect(sent).toHaveLength(2);
  expect(state().saving).toBe('saved');
});

it('does not send what the form hides, and has it again when it is shown', async () => {
  const { keeper, sent } = bench(draft({ values: { reason: '其他', why: '就医' } }));
  keeper.setValue('reason', '务工');
  await keeper.flush();
  expect(sent[0]?.values).toEqual({ reason: '务工' });
  keeper.setValue('reason', '其他');
  await keeper.flush();
  expect(sent[1]?.values).toEqual({ reason: '其他', why: '就医' });
});

it('loads what was changed elsewhere, keeps what was typed here, says so and saves both', async () => {
  const { keeper, sent, answers, state } = bench(draft({ values: { reason: '务工', note: '旧' } }));
  const current = draft({ version: 7, values: { reason: '经商', note: '旧' } });
  answers.push(() => problem('version-conflict', { current }));
  keeper.setValue('note', '新');
  expect(await keeper.flush()).toBe(true);
  expect(sent[1]).toMatchObject({ version: 7, values: { reason: '经商', note: '新' } });
  expect(state()).toMatchObject({ notice: 'elsewhere', form: { values: { reason: '经商', note: '新' } } });
});

it('takes a save of its own whose answer was lost for nobody else’s', async () => {
  const { keeper, answers, state, sent } = bench();
  answers.push(() => problem('timeout'));
  answers.push(() => problem('version-conflict', { current: draft({ version: 2, values: { reason: '务工' } }) }));
  keeper.setValue('reason', '务工');
  await keeper.flush();
  keeper.setValue('note', '长期');
  expect(await keeper.flush()).toBe(true);
  expect(sent[2]).toMatchObject({ version: 2, values: { reason: '务工', note: '长期' } });
  expect(state().notice).toBeUndefined();
});

it('goes over to a new form with what still fits, and says so', async () => {
  const { keeper, answers, state } = bench();
  const newer = { ...definition, version: 2, form: [{ id: 'one', title: '一', lead: '', fields: [{ id: 'note', label: '说明', type: 'text', maxLength: 50 }] }] } as ServiceDefinition;
  answers.push(() => problem('definition-changed', { current: draft({ version: 2, definition: newer, values: { note: '长期' } }) }));
  keeper.setValue('reason', '务工');
  keeper.setValue('note', '长期');
  await keeper.flush();
  expect(state()).toMatchObject({ notice: 'requirements', saving: 'saved', form: { values: { note: '长期' } }, draft: { version: 2 } });
});

it('ends when the draft was submitted elsewhere', async () => {
  const { keeper, answers, state, copyOf } = bench();
  answers.push(() => problem('already-submitted', { current: { caseId: 'c1', number: 'GZ2026 1122 0001' } }));
  keeper.setValue('reason', '务工');
  expect(await keeper.flush()).toBe(false);
  expect(state().end).toEqual({ kind: 'submitted', caseId: 'c1', number: 'GZ2026 1122 0001' });
  expect(copyOf()).toBeUndefined();
});

it('shows the server’s complaint until that field is changed', async () => {
  const { keeper, answers, state } = bench();
  answers.push(() => problem('field-invalid', { fields: [{ path: 'values.reason', code: 'x', message: '请改' }] }));
  keeper.setValue('reason', '坏');
  await keeper.flush();
  expect(state()).toMatchObject({ saving: 'refused', serverIssues: [{ path: 'values.reason' }] });
  keeper.setValue('note', '其他');
  expect(state().serverIssues).toHaveLength(1);
  keeper.setValue('reason', '好');
  expect(state().serverIssues).toHaveLength(0);
});

it('adds pictures that arrive one after the other', async () => {
  const { keeper, sent } = bench();
  keeper.setFiles('paper', (files) => [...files, 'a']);
  keeper.setFiles('paper', (files) => [...files, 'b']);
  await keeper.flush();
  expect(sent.at(-1)?.materials).toEqual({ paper: ['a', 'b'] });
});
