import { startApp, type TestApp } from '../../../test/app';
import { Applicant } from '../../../test/applicant';
import { logInVerified, peopleWho } from '../../../test/people';

const APPLY = 'apply-residence-permit';
const GUANGZHOU = '440100';
const SHENZHEN = '440300';

type Home = { todos: { id: string; title: string; verb: string; page: string }[] };

describe('what the first page offers to somebody without a permit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ sandbox: true });
  });
  afterAll(() => app.close());

  const todosOf = async (token: string, city = GUANGZHOU) => (await app.call<Home>('GET', `/home?city=${city}`, { token })).body.todos;
  const idsOf = async (token: string, city?: string) => (await todosOf(token, city)).map(({ id }) => id);

  it('is the check, then the draft, then how far the case has come', async () => {
    const [person] = await peopleWho(app, 'exempt', GUANGZHOU);
    const applicant = await Applicant.of(app, person!);
    expect(await todosOf(applicant.token)).toEqual([
      expect.objectContaining({ id: `invitation:${APPLY}`, verb: '去核验', page: `packages/apply/eligibility/index?serviceId=${APPLY}&city=${GUANGZHOU}` }),
    ]);
    const draft = (await applicant.open((await applicant.check(APPLY)).body.id)).body;
    expect(await idsOf(applicant.token)).toEqual([`draft:${draft.id}`]);
    const saved = (await applicant.save(draft, { values: { ...draft.values, purpose: 'work' } })).body;
    const { caseId } = (await applicant.submit(saved)).body;
    expect(await todosOf(applicant.token)).toEqual([expect.objectContaining({ id: `case:${caseId}`, title: '申领电子居住证：已提交', verb: '看进度' })]);
  });

  it('is nothing where the city does not offer it, nor to those whom it does not concern', async () => {
    const [[person], [visitor], [holder]] = await Promise.all([peopleWho(app, 'exempt', SHENZHEN), peopleWho(app, 'hk-resident', '440400'), peopleWho(app, 'permit-due-soon', GUANGZHOU)]);
    expect(await idsOf((await logInVerified(app, person!)).token, SHENZHEN)).toEqual([]);
    expect(await idsOf((await logInVerified(app, visitor!)).token)).toEqual([]);
    const { token } = await logInVerified(app, holder!);
    await app.runJobs();
    expect((await idsOf(token)).filter((id) => id.startsWith('invitation'))).toEqual([]);
  });
});
