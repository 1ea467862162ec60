import type { Draft } from '@yuezheng/shared-types';
import { expectRefused, startApp, type TestApp } from '../../../test/app';
import { APPLY, Applicant, ENDORSE, picture } from '../../../test/applicant';
import { openSession, peopleWho, personWho, type TestPerson } from '../../../test/people';
import { Reviewer } from '../../../test/reviewer';
import { newId } from '../../platform/database/new-id';
import { transactionIdOf } from './transaction-id';

const GUANGZHOU = '440100';
const DAY_MS = 86_400_000;

let app: TestApp;
let exempt: TestPerson[];
let withMaterials: TestPerson[];

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  [exempt, withMaterials] = await Promise.all([peopleWho(app, 'exempt', GUANGZHOU), peopleWho(app, 'with-materials', GUANGZHOU)]);
}, 60_000);
afterAll(() => app.close());

const take = (people: TestPerson[]): Promise<Applicant> => {
  const person = people.shift();
  if (!person) throw new Error('no test resident is left');
  return Applicant.of(app, person);
};

const casesOf = async ({ token }: Applicant): Promise<{ id: string; number: string }[]> => (await app.call<{ cases: { id: string; number: string }[] }>('GET', '/cases', { token })).body.cases;

const count = async (table: string): Promise<number> => Number((await app.database.query<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);

describe('sent twice', () => {
  it('with the same key at once: one case, one answer', async () => {
    const applicant = await take(exempt);
    const draft = await applicant.draft(APPLY);
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => applicant.submit(draft, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.caseId} ${body.number}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await casesOf(applicant)).toHaveLength(1);
  });

  it('with different keys at once: one case, and the others learn which', async () => {
    const applicant = await take(exempt);
    const draft = await applicant.draft(APPLY);
    const answers = await Promise.all(Array.from({ length: 20 }, () => applicant.submit(draft)));
    const [won, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    for (const lost of answers.filter(({ status }) => status !== 200)) {
      expect(expectRefused(lost, 'already-submitted').current).toEqual({ caseId: won?.body.caseId, number: won?.body.number });
    }
    expect(await casesOf(applicant)).toHaveLength(1);
  });

  it('after the answer was lost with its process: the same case again', async () => {
    const applicant = await take(exempt);
    const draft = await applicant.draft(APPLY);
    const key = newId();
    const first = await applicant.submit(draft, key);
    await app.database.query('DELETE FROM idempotency_keys WHERE key = $1', [key]);
    expect((await applicant.submit(draft, key)).body).toEqual(first.body);
    expectRefused(await applicant.submit(draft), 'already-submitted');
    expectRefused(await applicant.save(draft), 'already-submitted');
    expect(await casesOf(applicant)).toHaveLength(1);
  });

  it('is known by caller and key', () => {
    expect(transactionIdOf('resident:1', 'abc')).toBe(transactionIdOf('resident:1', 'abc'));
    expect(transactionIdOf('resident:1', 'abc')).not.toBe(transactionIdOf('resident:2', 'abc'));
    expect(transactionIdOf('resident:1', 'abc')).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('refused', () => {
  it('an address in another city, by the field', async () => {
    const applicant = await take(exempt);
    const draft = await applicant.draft(APPLY, { values: { address: { district: '440305', detail: '深南大道 9988 号 1201 房' } } });
    const problem = expectRefused(await applicant.submit(draft), 'city-mismatch');
    expect(problem.fields).toEqual([expect.objectContaining({ path: 'values.address', message: expect.stringContaining('广州市') })]);
    expect(await casesOf(applicant)).toEqual([]);
    expect((await app.call<Draft>('GET', `/drafts/${draft.id}`, { token: applicant.token })).body.values).toEqual(draft.values);
  });

  it('everything that is missing or wrong, at once', async () => {
    const applicant = await take(withMaterials);
    const draft = await applicant.draft(APPLY, { situation: 'employment', values: { phone: '123', employer: '' } });
    const problem = expectRefused(await applicant.submit(draft), 'field-invalid');
    expect(problem.fields?.map(({ path }) => path)).toEqual(['values.phone', 'values.employer', 'materials.employmentProof']);
    const filled = (await applicant.save(draft, { situation: 'employment', values: { ...draft.values, phone: applicant.person.phone, employer: '广州明岚设计有限公司' } })).body;
    expect(expectRefused(await applicant.submit(filled), 'material-missing').fields?.[0]?.message).toContain('请上传劳动合同');
  });

  it('a situation that was not chosen', async () => {
    const applicant = await take(withMaterials);
    expect(expectRefused(await applicant.submit(await applicant.draft(APPLY)), 'field-invalid').fields?.[0]?.path).toBe('situation');
  });

  it('what the situation hides is dropped by the server that kept it, and is no fault', async () => {
    const applicant = await take(withMaterials);
    const paper = (await applicant.upload(await picture().jpeg().toBuffer())).body.id;
    const first = await applicant.draft(APPLY, { situation: 'employment', values: { employer: '广州明岚设计有限公司' }, materials: { employmentProof: [paper] } });
    const visible = Object.fromEntries(Object.entries(first.values).filter(([id]) => id !== 'employer'));
    const second = (await applicant.save(first, { situation: 'home', values: { ...visible, homeBasis: 'rented' }, materials: { homeProof: [paper] } })).body;
    expect(second.values).toHaveProperty('employer');
    const { caseId } = (await applicant.submit(second)).body;
    expect((await applicant.case(caseId)).body.facts).not.toContainEqual(expect.objectContaining({ label: '工作单位' }));
  });

  it('a check of yesterday, and a draft that waits gets a new one', async () => {
    const applicant = await take(exempt);
    const draft = await applicant.draft(APPLY);
    await app.moveTime(DAY_MS + 1);
    await applicant.logInAgain();
    expectRefused(await applicant.submit(draft), 'eligibility-stale');
    const reopened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    expect(reopened).toMatchObject({ id: draft.id, values: draft.values });
    expect((await applicant.submit(reopened)).status).toBe(200);
  });

  it('a second application of the same kind', async () => {
    const applicant = await take(exempt);
    const checked = await applicant.check(APPLY);
    const { caseId, number } = await applicant.submitted(APPLY);
    expect(expectRefused(await applicant.check(APPLY), 'case-open').current).toEqual({ caseId, number });
    expectRefused(await applicant.open(checked.body.id), 'case-open');
  });

  it('who is not eligible, with the reason and the day', async () => {
    const early = await Applicant.of(app, await personWho(app, 'too-early', GUANGZHOU));
    const checked = await early.check(APPLY);
    expect(checked.body).toMatchObject({ verdict: 'not-yet', earliestDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(expectRefused(await early.open(checked.body.id), 'not-eligible').current).toMatchObject({ id: checked.body.id, verdict: 'not-yet' });
    const holder = await Applicant.of(app, await personWho(app, 'permit-valid', GUANGZHOU));
    expect((await holder.check(APPLY)).body).toMatchObject({ verdict: 'refused', headline: '您在广州已有有效的居住证' });
    expect((await holder.check(ENDORSE)).body.verdict).toBe('not-yet');
  });

  it('a city without the service, an unknown service, somebody else’s child, an unverified name', async () => {
    const applicant = await take(exempt);
    expectRefused(await applicant.check(APPLY, '440300'), 'service-unavailable-in-city');
    expectRefused(await applicant.check('fly-to-the-moon'), 'not-found');
    expectRefused(await applicant.check(APPLY, GUANGZHOU, newId()), 'not-found');
    const nobody = await openSession(app);
    expectRefused(await app.call('POST', `/services/${APPLY}/eligibility`, { token: nobody, body: { city: GUANGZHOU } }), 'real-name-required');
    expect((await app.call('GET', '/cases', { token: nobody })).body).toEqual({ cases: [] });
    expectRefused(await app.call('GET', '/cases?cursor=nonsense', { token: applicant.token }), 'invalid-request');
  });

  it.each(['http-error', 'business-error'])('a check while a system answers %s: nothing is guessed, nothing written', async (mode) => {
    const applicant = await take(exempt);
    const before = await count('eligibility_checks');
    await app.sandbox.post('/switches', { system: 'social-insurance', mode });
    try {
      expectRefused(await applicant.check(APPLY), 'outside-system-down');
    } finally {
      await app.sandbox.post('/switches', { system: 'social-insurance', mode: 'normal' });
    }
    expect(await count('eligibility_checks')).toBe(before);
  });
});

describe('somebody else’s case', () => {
  it('is not found by any way', async () => {
    const [owner, stranger] = [await take(exempt), await take(exempt)];
    const { caseId } = await owner.submitted(APPLY);
    expectRefused(await stranger.case(caseId), 'not-found');
    expectRefused(await app.call('POST', `/cases/${caseId}/withdraw`, { token: stranger.token, body: { version: 1 } }), 'not-found');
    expectRefused(await app.call('POST', `/cases/${caseId}/supplement`, { token: stranger.token, body: { version: 1, values: {}, materials: {} } }), 'not-found');
    expect(await casesOf(stranger)).toEqual([]);
    const reviewer = await Reviewer.of(app);
    expectRefused(await app.call('GET', `/staff/cases/${caseId}`, { token: owner.token }), 'session-ended');
    expect((await reviewer.read(caseId)).status).toBe(200);
  });
});

describe('my cases', () => {
  it('come in pages, newest first, each once', async () => {
    const applicant = await take(exempt);
    for (let index = 0; index < 23; index += 1) {
      const { caseId } = await applicant.submitted(APPLY);
      await app.call('POST', `/cases/${caseId}/withdraw`, { token: applicant.token, body: { version: 1 } });
      app.clock.advance(1000);
    }
    const first = (await app.call<{ cases: { id: string }[]; next: string }>('GET', '/cases', { token: applicant.token })).body;
    const second = (await app.call<{ cases: { id: string }[]; next?: string }>('GET', `/cases?cursor=${first.next}`, { token: applicant.token })).body;
    expect([first.cases.length, second.cases.length, second.next]).toEqual([20, 3, undefined]);
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(23);
  });
});
