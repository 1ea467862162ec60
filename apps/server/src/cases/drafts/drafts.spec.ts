import { SERVICES, type Service } from '@yuezheng/catalogue';
import type { Draft, Problem } from '@yuezheng/shared-types';
import { expectRefused, startApp, type TestApp } from '../../../test/app';
import { APPLY, Applicant, picture } from '../../../test/applicant';
import { openSession, peopleWho, type TestPerson } from '../../../test/people';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { newId } from '../../platform/database/new-id';

const GUANGZHOU = '440100';
let app: TestApp;
let people: TestPerson[];

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  people = await peopleWho(app, 'with-materials', GUANGZHOU);
}, 60_000);
afterAll(() => app.close());
afterEach(() => jest.restoreAllMocks());

const next = (): Promise<Applicant> => {
  const person = people.shift();
  if (!person) throw new Error('no test resident is left');
  return Applicant.of(app, person);
};

/** The services with one that was brought to a newer version in which the field `employer` is gone. */
const releaseNewVersion = async (): Promise<void> => {
  const newer = (service: Service): Service => {
    const { definition } = service;
    const form = definition.form.map((section) => ({ ...section, fields: section.fields.filter(({ id }) => id !== 'employer') }));
    return { ...service, definition: { ...definition, version: definition.version + 1, form } };
  };
  const catalogue = app.get(ServiceCatalogue);
  jest.replaceProperty(catalogue, 'services', SERVICES.map((service) => (service.definition.id === APPLY ? newer(service) : service)));
  await catalogue.onApplicationBootstrap();
};

describe('a draft', () => {
  it('begins with what is known, and is one for a service, a city and a person', async () => {
    const applicant = await next();
    const checked = await applicant.check(APPLY);
    const first = (await applicant.open(checked.body.id)).body;
    expect(first).toMatchObject({ version: 1, serviceId: APPLY, photoOnRecord: true, step: 'situation', eligibility: { id: checked.body.id } });
    expect(first.values.phone).toBe(applicant.person.phone);
    expect(first.known.name).toBe(applicant.person.name);
    expect(JSON.stringify(first)).not.toContain(applicant.person.idNumber);
    const saved = (await applicant.save(first, { situation: 'home', values: { ...first.values, homeBasis: 'rented' } })).body;
    const again = await applicant.check(APPLY);
    const reopened = (await applicant.open(again.body.id)).body;
    expect(reopened).toMatchObject({ id: first.id, situation: 'home', step: 'confirm', values: saved.values, eligibility: { id: again.body.id } });
    const list = await app.call<{ drafts: { id: string; forName: string }[] }>('GET', '/drafts', { token: applicant.token });
    expect(list.body.drafts).toEqual([expect.objectContaining({ id: first.id, forName: applicant.person.name })]);
  });

  it('shows its own applicant the portrait on record, and nobody else', async () => {
    const [applicant, stranger] = await Promise.all((await peopleWho(app, 'exempt', GUANGZHOU)).slice(0, 2).map((person) => Applicant.of(app, person)));
    if (!applicant || !stranger) throw new Error('two residents expected');
    const draft = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    const read = (token: string) => app.call('GET', `/drafts/${draft.id}/photo`, { token });
    const photo = await read(applicant.token);
    expect(photo.status).toBe(200);
    expect(photo.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': expect.stringContaining('no-store') });
    expect(photo.raw.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expectRefused(await read(stranger.token), 'not-found');
    expectRefused(await read(await openSession(app)), 'real-name-required');
    const audited = await app.database.query<{ action: string }>(`SELECT action FROM audit_entries WHERE action = 'draft.portrait-read'`);
    expect(audited).toHaveLength(1);
    await app.sandbox.post('/switches', { system: 'population/photo', mode: 'http-error' });
    expectRefused(await read(applicant.token), 'outside-system-down');
    await app.sandbox.post('/switches', { system: 'population/photo', mode: 'normal' });
  });

  it('keeps what is incomplete, and what is hidden for the moment', async () => {
    const applicant = await next();
    const opened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    const atHome = (await applicant.save(opened, { situation: 'home', values: { homeBasis: 'rented' } })).body;
    const atWork = (await applicant.save(atHome, { situation: 'employment', values: { employer: '广' } })).body;
    expect(atWork.values).toEqual({ homeBasis: 'rented', employer: '广' });
    const back = (await applicant.save(atWork, { situation: 'home', values: { homeBasis: 'rented' } })).body;
    expect(back.values).toEqual({ homeBasis: 'rented', employer: '广' });
    const emptied = (await applicant.save(back, { situation: 'home', values: {} })).body;
    expect(emptied.values).toEqual({ employer: '广' });
  });

  it('refuses a field that the situation hides, and one that nobody knows, by name', async () => {
    const applicant = await next();
    const opened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    const hidden = expectRefused(await applicant.save(opened, { situation: 'home', values: { employer: '广州明岚设计有限公司' } }), 'field-hidden');
    expect(hidden.fields).toEqual([expect.objectContaining({ path: 'values.employer' })]);
    expect(expectRefused(await applicant.save(opened, { values: { shoeSize: '42' } }), 'field-hidden').fields?.[0]?.path).toBe('values.shoeSize');
    expect(expectRefused(await applicant.save(opened, { values: { name: '别人' } }), 'field-hidden').fields?.[0]?.path).toBe('values.name');
    expectRefused(await applicant.save(opened, { situation: 'lottery' }), 'field-invalid');
    expect((await app.call<Draft>('GET', `/drafts/${opened.id}`, { token: applicant.token })).body).toMatchObject({ version: opened.version, values: opened.values });
  });

  it('refuses files of somebody else', async () => {
    const [applicant, other] = [await next(), await next()];
    const theirs = (await other.upload(await picture().jpeg().toBuffer())).body.id;
    const opened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    const form = { situation: 'home', values: { homeBasis: 'rented' } };
    for (const fileId of [theirs, newId()]) {
      const problem = expectRefused(await applicant.save(opened, { ...form, materials: { homeProof: [fileId] } }), 'field-invalid');
      expect(problem.fields).toEqual([expect.objectContaining({ path: 'materials.homeProof', code: 'file-unknown' })]);
    }
    expectRefused(await applicant.save(opened, { ...form, values: { ...form.values, photo: theirs } }), 'field-invalid');
  });

  it('gives the newest state to whoever saves over it', async () => {
    const applicant = await next();
    const opened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    const [one, two] = await Promise.all([applicant.save(opened, { values: { purpose: 'work' } }), applicant.save(opened, { values: { purpose: 'study' } })]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    expect(won.status).toBe(200);
    expect(expectRefused(lost, 'version-conflict').current).toMatchObject({ version: won.body.version, values: won.body.values });
  });

  it('belongs to one person', async () => {
    const [applicant, stranger] = [await next(), await next()];
    const checked = await applicant.check(APPLY);
    const { id } = (await applicant.open(checked.body.id)).body;
    expectRefused(await stranger.open(checked.body.id), 'not-found');
    expectRefused(await app.call('GET', `/drafts/${id}`, { token: stranger.token }), 'not-found');
    expectRefused(await app.call('DELETE', `/drafts/${id}`, { token: stranger.token }), 'not-found');
    expectRefused(await app.call('GET', `/drafts/${id}`, { token: await openSession(app) }), 'real-name-required');
    expect((await app.call('DELETE', `/drafts/${id}`, { token: applicant.token })).body).toEqual({ done: true });
    expectRefused(await app.call('GET', `/drafts/${id}`, { token: applicant.token }), 'not-found');
  });
});

describe('when the requirements change', () => {
  it('a save is carried over, and nothing typed is lost', async () => {
    const applicant = await next();
    const opened = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    await releaseNewVersion();
    const problem: Problem = expectRefused(await applicant.save(opened, { situation: 'employment', values: { ...opened.values, purpose: 'work', employer: '广州明岚设计有限公司' } }), 'definition-changed');
    const current = problem.current as Draft;
    expect(current).toMatchObject({ rebased: true, situation: 'employment', values: { ...opened.values, purpose: 'work' }, definition: { version: opened.definition.version + 1 } });
    expect(current.values).not.toHaveProperty('employer');
    expect((await app.call<Draft>('GET', `/drafts/${opened.id}`, { token: applicant.token })).body).not.toHaveProperty('rebased');
    expect((await applicant.save(current)).status).toBe(200);
  });

  it('reading it says so once, and an old form cannot be submitted', async () => {
    const [applicant, other] = [await next(), await next()];
    const draft = await applicant.draft(APPLY, { situation: 'home', values: { homeBasis: 'rented' } });
    const untouched = await other.draft(APPLY, { situation: 'home', values: { homeBasis: 'rented' } });
    await releaseNewVersion();
    const read = await app.call<Draft>('GET', `/drafts/${draft.id}`, { token: applicant.token });
    expect(read.body).toMatchObject({ rebased: true, version: draft.version + 1 });
    expectRefused(await applicant.submit(draft), 'version-conflict');
    const problem = expectRefused(await other.submit(untouched), 'definition-changed');
    expect(problem.current).toMatchObject({ id: untouched.id, rebased: true, values: untouched.values });
  });
});
