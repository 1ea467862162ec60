import { startApp, type TestApp } from '../../../test/app';
import { APPLY, Applicant, picture } from '../../../test/applicant';
import { peopleWho } from '../../../test/people';
import { Reviewer } from '../../../test/reviewer';
import { LooseUploads } from './loose-uploads';

const GUANGZHOU = '440100';
const DAY_MS = 86_400_000;

describe('uploads that nothing names', () => {
  let app: TestApp;
  let reviewer: Reviewer;
  beforeAll(async () => {
    app = await startApp({ sandbox: true });
    reviewer = await Reviewer.of(app);
  }, 60_000);
  afterAll(() => app.close());

  const upload = async (applicant: Applicant): Promise<string> => (await applicant.upload(await picture().jpeg().toBuffer())).body.id;
  const there = async (): Promise<string[]> => (await app.database.query<{ file_id: string }>('SELECT file_id FROM files')).map((row) => row.file_id);
  const sweepAfter = async (days: number): Promise<void> => {
    await app.moveTime(days * DAY_MS);
    await app.get(LooseUploads).sweep();
  };

  it('go after a week; what a draft or a case has named stays, replaced papers too', async () => {
    const [one, other] = await Promise.all((await peopleWho(app, 'with-materials', GUANGZHOU)).slice(0, 2).map((person) => Applicant.of(app, person)));
    const [loose, first, second] = [await upload(one!), await upload(one!), await upload(one!)];
    const { caseId } = await one!.submitted(APPLY, { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [first] } });
    const items = [{ kind: 'material', target: 'homeProof', title: '住所证明', reason: '看不清，请重拍' }] as const;
    const { version } = (await reviewer.decide(await reviewer.claimed(caseId), 'request-supplement', { items })).body;
    const supplied = await app.call('POST', `/cases/${caseId}/supplement`, { token: one!.token, body: { version, values: {}, materials: { homeProof: [second] } } });
    expect(supplied.status).toBe(200);
    const [drafted, retaken] = [await upload(other!), await upload(other!)];
    await other!.draft(APPLY, { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [drafted] } });

    await sweepAfter(6);
    expect((await there()).sort()).toEqual([loose, first, second, drafted, retaken].sort());
    await sweepAfter(2);
    expect((await there()).sort()).toEqual([first, second, drafted].sort());
    expect(await app.database.query('SELECT 1 FROM files WHERE kept_at IS NOT NULL')).toHaveLength(2);
    await sweepAfter(30);
    expect((await there()).sort()).toEqual([first, second, drafted].sort());
    await one!.logInAgain();
    expect((await app.call('GET', `/files/${loose}`, { token: one!.token })).status).toBe(404);
    expect((await app.call('GET', `/files/${first}`, { token: one!.token })).status).toBe(200);
  });
});
