import { Logger } from '@nestjs/common';
import { startApp, type TestApp } from '../../test/app';
import { APPLY, Applicant } from '../../test/applicant';
import { peopleWho, type TestPerson } from '../../test/people';
import { Reviewer } from '../../test/reviewer';
import { EffectDispatcher } from './effect-dispatcher';
import { IssuePermitHandler } from './issue-permit.handler';

let app: TestApp;
let reviewer: Reviewer;
let people: TestPerson[];

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  reviewer = await Reviewer.of(app);
  people = await peopleWho(app, 'exempt', '440100');
}, 60_000);
afterAll(() => app.close());
afterEach(() => jest.restoreAllMocks());

interface Approved {
  readonly applicant: Applicant;
  readonly caseId: string;
  readonly payload: { readonly holderId: string; readonly caseId: string; readonly index: number };
}

const approved = async (): Promise<Approved> => {
  const applicant = await Applicant.of(app, people.shift()!);
  const { caseId } = await applicant.submitted(APPLY);
  expect((await reviewer.decide(await reviewer.claimed(caseId), 'approve')).status).toBe(200);
  const [row] = await app.database.query<{ holder_id: string }>('SELECT holder_id FROM cases WHERE case_id = $1', [caseId]);
  return { applicant, caseId, payload: { holderId: row!.holder_id, caseId, index: 0 } };
};

const permitsOf = async ({ payload }: Approved): Promise<number> => (await app.database.query('SELECT 1 FROM permits WHERE holder_id = $1', [payload.holderId])).length;
const appliedOf = async ({ caseId }: Approved): Promise<boolean> =>
  (await app.database.query('SELECT 1 FROM case_effects WHERE case_id = $1 AND applied_at IS NOT NULL', [caseId])).length === 1;

describe('the effect of an approval', () => {
  it('happens after the commit, once, however often its job runs', async () => {
    const one = await approved();
    expect(await permitsOf(one)).toBe(0);
    const dispatcher = app.get(EffectDispatcher);
    await Promise.all(Array.from({ length: 5 }, () => dispatcher.apply(one.payload)));
    await app.runJobs();
    await dispatcher.apply(one.payload);
    expect(await permitsOf(one)).toBe(1);
    expect((await one.applicant.case(one.caseId)).body.permitId).toBeDefined();
  });

  it('survives a process that dies between the decision and the effect', async () => {
    const one = await approved();
    // The process is gone: what it had in memory is lost, the job is in the database, and another server takes it.
    expect(await appliedOf(one)).toBe(false);
    await app.runJobs();
    expect(await appliedOf(one)).toBe(true);
    expect(await permitsOf(one)).toBe(1);
  });

  it('leaves nothing half-done when it fails in the middle, and is tried again', async () => {
    const one = await approved();
    const apply = IssuePermitHandler.prototype.apply;
    const failing = jest.spyOn(app.get(IssuePermitHandler), 'apply').mockImplementation(async function (this: IssuePermitHandler, ...args: Parameters<typeof apply>) {
      await apply.apply(app.get(IssuePermitHandler), args);
      throw new Error('killed after its writes');
    });
    await expect(app.get(EffectDispatcher).apply(one.payload)).rejects.toThrow('killed');
    expect(await appliedOf(one)).toBe(false);
    expect(await permitsOf(one)).toBe(0);
    failing.mockRestore();
    await app.runJobs();
    expect(await permitsOf(one)).toBe(1);
  });

  it('is left to its job when it fails at once, and the log tells nobody’s data', async () => {
    const one = await approved();
    const logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const fault = Object.assign(new Error('duplicate key (林晓岚)'), { severity: 'ERROR', code: '23505', detail: 'Key (林晓岚)', parameters: ['林晓岚'] });
    const failing = jest.spyOn(app.get(IssuePermitHandler), 'apply').mockRejectedValue(fault);
    await app.get(EffectDispatcher).applyNow(one.payload.holderId, one.caseId);
    expect(logged).toHaveBeenCalledWith({ err: expect.objectContaining({ message: 'database error', code: '23505' }) as object }, 'an effect waits for its job');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('林');
    failing.mockRestore();
    await app.runJobs();
    expect(await permitsOf(one)).toBe(1);
  });

  it('counts as open until it has happened', async () => {
    const one = await approved();
    expect((await one.applicant.check(APPLY)).status).toBe(409);
    await app.runJobs();
    expect((await one.applicant.check(APPLY)).body).toMatchObject({ verdict: 'refused' });
  });
});
