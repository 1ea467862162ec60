import { addYears, daysBetween, longDate, type Message, type PermitCard } from '@yuezheng/shared-types';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { APPLY, Applicant, ENDORSE, picture } from '../../test/applicant';
import { logIn, peopleWho, personWho } from '../../test/people';
import { Reviewer } from '../../test/reviewer';
import { Audit } from '../platform/audit/audit';
import { OverdueSupplements } from './process/overdue-supplements';

const GUANGZHOU = '440100';
const DAY_MS = 86_400_000;

let app: TestApp;
let reviewer: Reviewer;

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  reviewer = await Reviewer.of(app);
}, 60_000);
afterAll(() => app.close());

const messagesOf = async ({ token }: Applicant): Promise<Message[]> => (await app.call<{ messages: Message[] }>('GET', '/messages', { token })).body.messages;

describe('applying without materials', () => {
  it('goes from the check to a permit in the wallet', async () => {
    const applicant = await Applicant.of(app, await personWho(app, 'exempt', GUANGZHOU));
    const checked = await applicant.check(APPLY);
    expect(checked.body).toMatchObject({ verdict: 'exempt', city: GUANGZHOU, serviceId: APPLY });
    const opened = await applicant.open(checked.body.id);
    expect(opened.body.known.idNumber).toMatch(/^\d{4} \*{4} \*{4} \*{2}\w{2}$/);
    expect(opened.body.values).toHaveProperty('address.district');
    expect(opened.body).not.toHaveProperty('outcome');
    const submitted = await applicant.submitted(APPLY);
    expect(submitted.number).toMatch(/^GZ\d{4} \d{4} \d{4,}$/);
    expect((await app.call<{ drafts: unknown[] }>('GET', '/drafts', { token: applicant.token })).body.drafts).toEqual([]);

    const mine = await applicant.case(submitted.caseId);
    expect(mine.body).toMatchObject({ state: 'submitted', stateLabel: '已提交', forName: applicant.person.name, actions: ['withdraw'], clock: { unit: 'day', overdue: false } });
    expect(mine.body.timeline.map(({ title }) => title)).toEqual(['已提交']);

    const claimed = await reviewer.claimed(submitted.caseId);
    expect(claimed).toMatchObject({ state: 'in-review', claim: { mine: true, name: '陈志远' }, exempt: true, applicant: applicant.person.name });
    expect(claimed.actions.map(({ action }) => action)).toEqual(['extend', 'request-supplement', 'return', 'approve']);
    const approved = await reviewer.decide(claimed, 'approve');
    expect(approved.body).toMatchObject({ state: 'approved', actions: [] });
    expect((await applicant.case(submitted.caseId)).body.headline).toBe('已办结，证照正在生成');
    await app.runJobs();

    const done = await applicant.case(submitted.caseId);
    const outcome = `有效期至 ${longDate(addYears(app.clock.today(), 1))}`;
    expect(done.body.permitId).toBeDefined();
    expect(done.body).toMatchObject({ state: 'approved', headline: '已办结，添加到“亮证”即可出示', actions: [], outcome, permitLinked: false });
    expect(done.body.timeline.map(({ title }) => title)).toEqual(['已办结', '审核中', '已提交']);
    expect(done.body.timeline[0]?.detail).toBe(`审核通过，${outcome}`);
    const linkable = await app.call<{ permits: PermitCard[] }>('GET', '/permits/linkable', { token: applicant.token });
    expect(linkable.body.permits.map(({ id }) => id)).toContain(done.body.permitId);
    expect((await messagesOf(applicant))[0]).toMatchObject({ title: '申领电子居住证：已办结', text: `审核通过，${outcome}`, page: `packages/apply/case/index?caseId=${submitted.caseId}` });
    await app.call('POST', `/permits/${done.body.permitId}/link`, { token: applicant.token, body: { via: 'wallet' } });
    expect((await applicant.case(submitted.caseId)).body).toMatchObject({ headline: '已办结，请到“亮证”出示', permitLinked: true });
    await expect(app.get(Audit).verify(`case:${submitted.caseId}`)).resolves.toMatchObject({ intact: true });
  });
});

describe('applying with materials', () => {
  it('asks for everything at once, waits, and goes on where it stood', async () => {
    const applicant = await Applicant.of(app, await personWho(app, 'with-materials', GUANGZHOU));
    const paper = (await applicant.upload(await picture().jpeg().toBuffer())).body;
    const { caseId } = await applicant.submitted(APPLY, { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [paper.id] } });
    const claimed = await reviewer.claimed(caseId);
    expect(claimed.materials).toEqual([{ id: 'homeProof', title: '住所证明', files: [{ id: paper.id, width: 800, height: 1000 }] }]);
    expect(claimed.supplementTargets.find(({ target }) => target === 'homeProof')?.suggestions.length).toBeGreaterThan(0);
    const items = [
      { kind: 'material', target: 'homeProof', title: '住所证明', reason: '缺少出租人签名页，请补拍' },
      { kind: 'field', target: 'homeBasis', title: '住所来源', reason: '与材料不一致，请更正' },
    ] as const;
    const asked = await reviewer.decide(claimed, 'request-supplement', { items });
    expect(asked.body).toMatchObject({ state: 'supplement', clock: { paused: true } });
    await app.runJobs();
    expect((await messagesOf(applicant))[0]).toMatchObject({ verb: '去补件' });

    const mine = (await applicant.case(caseId)).body;
    expect(mine).toMatchObject({ state: 'supplement', todo: { title: '还差 2 项', items, sent: { homeProof: [paper.id] } }, actions: ['supplement', 'withdraw'] });
    const home = await app.call<{ todos: { id: string }[] }>('GET', `/home?city=${GUANGZHOU}`, { token: applicant.token });
    expect(home.body.todos.map(({ id }) => id)).toContain(`supplement:${caseId}`);

    await app.moveTime(5 * DAY_MS);
    await reviewer.logInAgain();
    const better = (await applicant.upload(await picture(900, 1200).jpeg().toBuffer())).body;
    expect((await app.call('GET', `/files/${paper.id}?size=thumb`, { token: applicant.token })).headers['content-type']).toBe('image/jpeg');
    const supply = (homeProof: string[]) =>
      app.call('POST', `/cases/${caseId}/supplement`, { token: applicant.token, body: { version: mine.version, values: { homeBasis: 'provided' }, materials: { homeProof } } });
    expectRefused(await supply([paper.id]), 'supplement-incomplete');
    const supplied = await supply([paper.id, better.id]);
    expect(supplied.body).toMatchObject({ state: 'in-review', clock: { paused: false } });
    const back = await reviewer.queue('supplied');
    expect(back.body.items).toEqual([expect.objectContaining({ id: caseId, mine: true, supplied: true, chip: { text: expect.stringMatching(/^还剩 /), tone: expect.any(String) } })]);
    const seen = (await reviewer.read(caseId)).body;
    expect(seen.materials[0]?.files.map(({ id }) => id)).toEqual([paper.id, better.id]);
    expect((await reviewer.decide(seen, 'approve')).body.state).toBe('approved');
  });

  it('is returned with a reason, and can be asked for again', async () => {
    const [, person] = await peopleWho(app, 'with-materials', GUANGZHOU);
    const applicant = await Applicant.of(app, person!);
    const paper = (await applicant.upload(await picture().jpeg().toBuffer())).body;
    const form = { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [paper.id] } };
    const { caseId } = await applicant.submitted(APPLY, form);
    expect((await reviewer.decide(await reviewer.claimed(caseId), 'return', { reason: '申报信息与核查结果不符：地址不存在' })).body.state).toBe('returned');
    expect((await applicant.case(caseId)).body).toMatchObject({ state: 'returned', reason: '申报信息与核查结果不符：地址不存在', actions: [] });
    expect((await applicant.submitted(APPLY, form)).caseId).not.toBe(caseId);
  });

  it('lapses when the papers do not come, and says so', async () => {
    const [, , person] = await peopleWho(app, 'with-materials', GUANGZHOU);
    const applicant = await Applicant.of(app, person!);
    const paper = (await applicant.upload(await picture().jpeg().toBuffer())).body;
    const { caseId } = await applicant.submitted(APPLY, { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [paper.id] } });
    await reviewer.decide(await reviewer.claimed(caseId), 'request-supplement', { items: [{ kind: 'material', target: 'homeProof', title: '住所证明', reason: '看不清' }] });
    const lapse = app.get(OverdueSupplements);
    const dueOn = (await applicant.case(caseId)).body.todo!.dueOn!;
    await app.moveTime(daysBetween(app.clock.today(), dueOn) * DAY_MS);
    await applicant.logInAgain();
    await lapse.lapse(app.clock.today());
    expect((await applicant.case(caseId)).body.state).toBe('supplement');
    await app.moveTime(DAY_MS);
    await Promise.all([applicant.logInAgain(), reviewer.logInAgain()]);
    await lapse.lapse(app.clock.today());
    await lapse.lapse(app.clock.today());
    expect((await applicant.case(caseId)).body).toMatchObject({ state: 'returned', reason: expect.stringContaining('逾期') });
  });
});

describe('applying without a portrait on record', () => {
  it('asks for one, and shows it to the reviewer', async () => {
    const applicant = await Applicant.of(app, await personWho(app, 'no-photo', GUANGZHOU));
    const draft = await applicant.draft(APPLY);
    expect(draft.photoOnRecord).toBe(false);
    expect(expectRefused(await applicant.submit(draft), 'field-invalid').fields).toEqual([expect.objectContaining({ path: 'values.photo' })]);
    const photo = (await applicant.upload(await picture(600, 740).jpeg().toBuffer(), 'photo')).body.id;
    const { caseId } = (await applicant.submit((await applicant.save(draft, { values: { ...draft.values, photo } })).body)).body;
    const claimed = await reviewer.claimed(caseId);
    expect(claimed).toMatchObject({ photoFileId: photo, portraitOnRecord: false });
    expect((await app.call('GET', `/staff/cases/${caseId}/files/${photo}`, { token: reviewer.token })).status).toBe(200);
    expect((await reviewer.decide(claimed, 'approve')).status).toBe(200);
    await app.runJobs();
    const { permitId } = (await applicant.case(caseId)).body;
    await app.call('POST', `/permits/${permitId}/link`, { token: applicant.token, body: { via: 'wallet' } });
    expect((await app.call('GET', `/permits/${permitId}/photo`, { token: applicant.token })).headers['content-type']).toBe('image/jpeg');
  });
});

describe('a resident of Hong Kong', () => {
  it('is told where to go instead', async () => {
    const person = await personWho(app, 'hk-resident', GUANGZHOU);
    const { token } = await logIn(app, person);
    const started = await app.call<{ verificationId: string }>('POST', '/auth/real-name', {
      token, body: { documentType: 'hk-macao-permit', name: person.name, idNumber: person.idNumber, phone: person.phone },
    });
    await app.call('POST', `/auth/real-name/${started.body.verificationId}/finish`, { token });
    const checked = await app.call('POST', `/services/${APPLY}/eligibility`, { token, body: { city: GUANGZHOU } });
    expect(checked.body).toMatchObject({ verdict: 'refused', referral: { title: '去哪里办' } });
  });
});

describe('withdrawing', () => {
  it('frees the way for another application', async () => {
    const [, person] = await peopleWho(app, 'exempt', '440400');
    const applicant = await Applicant.of(app, person!);
    const { caseId } = await applicant.submitted(APPLY);
    const mine = (await applicant.case(caseId)).body;
    const withdrawn = await app.call('POST', `/cases/${caseId}/withdraw`, { token: applicant.token, body: { version: mine.version } });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', actions: [] });
    await applicant.submitted(APPLY);
    const list = await app.call<{ cases: { state: string }[] }>('GET', '/cases', { token: applicant.token });
    expect(list.body.cases.map(({ state }) => state).sort()).toEqual(['submitted', 'withdrawn']);
  });
});

describe('endorsing', () => {
  it('is decided at once when data confirm it, without a permit being linked first', async () => {
    const fresh = await startApp({ sandbox: true });
    try {
      const applicant = await Applicant.of(fresh, await personWho(fresh, 'permit-due-soon', GUANGZHOU));
      const checked = await applicant.check(ENDORSE);
      expect(checked.body).toMatchObject({ verdict: 'exempt', headline: '可以签注，无需材料' });
      const opened = await applicant.open(checked.body.id);
      const before = opened.body.known.validUntil!;
      const until = `${Number(before.slice(0, 4)) + 1}${before.slice(4)}`;
      expect(opened.body.outcome).toBe(`有效期至 ${longDate(until)}`);
      const { caseId } = (await applicant.submit(opened.body)).body;
      // The answer finds it done: no job has run yet.
      const done = await applicant.case(caseId);
      expect(done.body).toMatchObject({ state: 'approved', permitId: expect.any(String), outcome: `有效期至 ${longDate(until)}` });
      const { todos } = (await fresh.call<{ todos: { id: string }[] }>('GET', `/home?city=${GUANGZHOU}`, { token: applicant.token })).body;
      expect(todos.map(({ id }) => id)).toEqual([`link:${done.body.permitId}`]);
      await fresh.runJobs();
      const permit = await fresh.call<{ permits: PermitCard[] }>('GET', '/permits/linkable', { token: applicant.token });
      expect(permit.body.permits[0]).toMatchObject({ id: done.body.permitId, validUntil: until });
      expect((await applicant.check(ENDORSE)).body.verdict).toBe('not-yet');
    } finally {
      await fresh.close();
    }
  }, 60_000);
});

describe('acting for somebody', () => {
  it('is for guardians, and children cannot act alone', async () => {
    const child = await Applicant.of(app, await personWho(app, 'minor-with-guardian', GUANGZHOU));
    expect((await child.check(APPLY)).body).toMatchObject({ verdict: 'refused', headline: '未满 16 周岁，请由监护人代办' });
    await app.runJobs();
    const guardian = await Applicant.of(app, await personWho(app, 'guardian', GUANGZHOU));
    await app.runJobs();
    const [ward] = (await app.call<{ wards: { id: string; name: string }[] }>('GET', '/me', { token: guardian.token })).body.wards;
    const checked = await guardian.check(APPLY, GUANGZHOU, ward!.id);
    expect(checked.body.verdict).toBe('exempt');
    const { caseId } = await guardian.submitted(APPLY, {}, ward!.id);
    expect((await guardian.case(caseId)).body.forName).toBe(ward!.name);
    const seen = (await reviewer.read(caseId)).body;
    expect(seen).toMatchObject({ applicant: guardian.person.name, onBehalfOf: ward!.name });
  });
});
